import type { GatedCell, GatedTable, Published } from "~/db/tables/figures";
import type { auditor, Cell } from "./audit";
import { type Edition, joinEditions } from "./editions";
import { linkTables, type TrueTable } from "./linked";
import { protect } from "./protect";
import { FEW, KEPT, passed, shownAs } from "./published";
import { ORDINARY, type Terms } from "./rules";
import { idOf, listedOf, placesOf } from "./shape";

/** What came through, and the names of tables that nothing could make safe: they are not published at all. */
export type Gated = { readonly tables: readonly GatedTable[]; readonly withheld: readonly string[] };

type Options = {
  /** Editions of the same figures that are out, the oldest first. */
  before?: readonly Edition[];
  /** What judges who is exposed: a test may put something weaker in its place, to show that it is needed. */
  audit?: typeof auditor;
};

/**
 * Tables about people as they may be published together: small numbers hidden, others rounded, and as much
 * more kept back as it takes so that nobody can work a small number out from all of them and the editions
 * before. Everything that is published about the same people goes through in one call. A table for which
 * nothing is enough is withheld. Throws when two tables disagree about a number.
 */
export function publishTables(
  tables: readonly TrueTable[],
  terms: Terms = ORDINARY,
  options: Options = {},
): Gated {
  const { cells, sums } = joinEditions(options.before ?? [], linkTables(tables, terms));
  const result = protect(cells, sums, terms, options.audit);
  if ("cells" in result) {
    const byId = new Map(result.cells.map((cell) => [cell.id, cell]));
    return { tables: tables.map((table) => gated(table, byId)), withheld: [] };
  }
  if (tables.length === 0) return { tables: [], withheld: [] };
  const isIn = (table: TrueTable) => placesOf(table).some(({ id }) => id === result.stuck);
  const worst = tables.findLast(isIn) ?? (tables.at(-1) as TrueTable);
  const others = tables.filter((table) => table !== worst);
  const rest = publishTables(others, terms, options);
  return { tables: rest.tables, withheld: [...rest.withheld, worst.id] };
}

function gated(table: TrueTable, byId: ReadonlyMap<string, Cell>): GatedTable {
  const { id, title, people, down, across } = table;
  const cell = (name: string): GatedCell => ({ id: name, people: seen(byId.get(name) as Cell) });
  const rows = [...listedOf(down), null].map((heading) => ({
    heading,
    cells: (across ? listedOf(across) : []).map((column) => cell(idOf(table, heading, column))),
    all: cell(idOf(table, heading, null)),
  }));
  return passed({ id, title, people, down, across, rows });
}

function seen({ sight, value }: Cell): Published {
  if (sight === "few") return FEW;
  if (value === null || sight === "kept" || sight === "apart" || sight === "unsaid") return KEPT;
  return shownAs(value, sight);
}
