import type { GatedTable, Published } from "~/db/tables/figures";
import type { Cell } from "./audit";
import { HIDDEN_TO, type Terms } from "./rules";
import { type Sum, sumsOf } from "./shape";

/** An edition that is out: what everyone sees of it, and the true numbers behind it. */
export type Edition = {
  readonly tables: readonly GatedTable[];
  readonly counts: Readonly<Record<string, number>>;
};

/**
 * What may become of new numbers beside the newest edition. `same`: nothing has changed. `held`: 1 to 7
 * people have come or gone (or few have changed sides), and the difference would tell what they said.
 */
export function judgeChange(before: Edition, now: readonly Cell[], terms: Terms): "new" | "same" | "held" {
  const known = now.flatMap(({ id, count }) => {
    const then = before.counts[id];
    return then === undefined ? [] : [{ id, change: Math.abs(count - then) }];
  });
  const isAll = now.length === known.length && known.length === Object.keys(before.counts).length;
  if (isAll && known.every(({ change }) => change === 0)) return "same";
  const peopleOf = (id: string) => id.split("&", 1)[0];
  const isClear = ({ id, change }: { id: string; change: number }) =>
    change > HIDDEN_TO[terms.rule] || known.every((one) => peopleOf(one.id) !== id || one.change === 0);
  return known.filter(({ id }) => id === peopleOf(id)).every(isClear) ? "new" : "held";
}

/**
 * The numbers of all editions as one: those that are out can't be changed any more, and between two editions
 * stand the people who came (or went), whom the difference must not give away either.
 */
export function joinEditions(
  before: readonly Edition[],
  now: { cells: readonly Cell[]; sums: readonly Sum[] },
): { cells: Cell[]; sums: Sum[] } {
  const cells: Cell[] = [...now.cells];
  const sums: Sum[] = [...now.sums];
  const unsaid = new Set<string>();
  const later = new Map(now.cells.map(({ id, count }) => [id, { id, count }]));
  for (let n = before.length - 1; n >= 0; n--) {
    const edition = before[n] as Edition;
    const name = (id: string) => `${n + 1}/${id}`;
    const said = publishedOf(edition);
    for (const [id, people] of said) {
      const count = edition.counts[id] ?? 0;
      const own = { id: name(id), count };
      cells.push({ ...own, sight: people.shown, value: people.value, isOut: true });
      const next = later.get(id);
      later.set(id, own);
      if (!next) continue;
      const [small, large] = next.count >= count ? [own, next] : [next, own];
      const between = `${own.id}+`;
      const apart = { sight: "apart", value: null, isOut: true } as const;
      cells.push({ id: between, count: large.count - small.count, ...apart });
      sums.push({ total: large.id, parts: [small.id, between] });
    }
    const shapes = new Map(
      edition.tables.flatMap(sumsOf).map((sum) => [[sum.total, ...sum.parts].join(" "), sum]),
    );
    for (const { total, parts } of shapes.values()) {
      for (const id of new Set([total, ...parts])) {
        if (said.has(id) || unsaid.has(name(id))) continue;
        unsaid.add(name(id));
        cells.push({
          id: name(id),
          count: edition.counts[id] ?? 0,
          sight: "unsaid",
          value: null,
          isOut: true,
        });
      }
      sums.push({ total: name(total), parts: parts.map(name) });
    }
  }
  return { cells, sums };
}

function publishedOf({ tables }: Edition): Map<string, Published> {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells, row.all]));
  return new Map(cells.map(({ id, people }) => [id, people]));
}
