import type { Dimension, Heading } from "~/db/tables/figures";
import type { Cell } from "./audit";
import { hiddenSpan, isFew, LEAST_FOR_TOPLINE, rounded, type Terms } from "./rules";
import { idOf, type Place, placesOf, plainOf, type Shape, type Sum, sumsOf, takesIn } from "./shape";

/**
 * True counts of people by one or two dimensions. `people` says who is counted: tables of the same people
 * share their margins, so they are published together. `counts` has a row for each heading of `down` without
 * `of`, and in it a number for each heading of `across` without `of` (one number where there is no `across`).
 */
export type TrueTable = Shape & {
  readonly id: string;
  readonly title: string;
  readonly counts: readonly (readonly number[])[];
  /** Its margins are figures about everybody: exact from 100 people on. */
  readonly isTopline?: boolean;
};

/** All numbers of some tables, each once, and which of them are sums of others. Throws when two tables disagree. */
export function linkTables(tables: readonly TrueTable[], terms: Terms): { cells: Cell[]; sums: Sum[] } {
  const counts = new Map<string, number>();
  for (const table of tables) {
    for (const { id, row, column } of placesOf(table)) {
      const count = countIn(table, row, column);
      const known = counts.get(id) ?? count;
      if (known !== count) throw new Error(`Two tables disagree about ${id}: ${known} and ${count}.`);
      counts.set(id, count);
    }
  }
  const sums = new Map(tables.flatMap(sumsOf).map((sum) => [[sum.total, ...sum.parts].join(" "), sum]));
  const exact = new Set(tables.flatMap((table) => (table.isTopline ? toplinesOf(table, terms) : [])));
  const unsaid = new Set(
    tables.flatMap((table) =>
      placesOf(table)
        .filter(isApart)
        .map(({ id }) => id),
    ),
  );
  const cells = [...counts].map(([id, count]): Cell => {
    if (unsaid.has(id)) return { id, count, sight: "unsaid", value: null, isOut: false };
    return cellOf(id, count, exact.has(id), terms);
  });
  return { cells, sums: [...sums.values()] };
}

const isApart = ({ row, column }: Place) => row?.apart === true || column?.apart === true;

function cellOf(id: string, count: number, isExact: boolean, terms: Terms): Cell {
  if (isFew(count, terms)) return { id, count, sight: "few", value: null, isOut: false };
  if (isExact) return { id, count, sight: "exact", value: count, isOut: false };
  return { id, count, sight: "rounded", value: rounded(count), isOut: false };
}

/** The true count behind a place in a table; null stands for all of them. */
function countIn({ down, across, counts }: TrueTable, row: Heading | null, column: Heading | null): number {
  const rows = plainOf(down).flatMap((heading, at) => (takesIn(row, heading) ? [at] : []));
  const columns = across
    ? plainOf(across).flatMap((heading, at) => (takesIn(column, heading) ? [at] : []))
    : [0];
  return rows.reduce((sum, r) => sum + columns.reduce((n, c) => n + (counts[r]?.[c] ?? Number.NaN), 0), 0);
}

/** True when everybody under a heading is counted under the other one too. */
const isPartOf = ({ code, of = [code] }: Heading, other: Heading) =>
  other.of !== undefined && of.every((one) => other.of?.includes(one));

/** Names of the margins that may be exact: of 100 people or more, with more than a few in it and beside it. */
function toplinesOf(table: TrueTable, terms: Terms): string[] {
  const { high } = hiddenSpan(terms);
  if (countIn(table, null, null) < LEAST_FOR_TOPLINE) return [];
  const margins = (dimension: Dimension | null, count: (heading: Heading | null) => number) =>
    (dimension?.headings ?? []).filter((heading) => {
      if (heading.of && count(heading) >= LEAST_FOR_TOPLINE) return true;
      const whole =
        dimension?.headings.find((other) => other !== heading && isPartOf(heading, other)) ?? null;
      const of = count(whole);
      const part = count(heading);
      return of >= LEAST_FOR_TOPLINE && part > high && of - part > high;
    });
  return [
    idOf(table, null, null),
    ...margins(table.down, (row) => countIn(table, row, null)).map((row) => idOf(table, row, null)),
    ...margins(table.across, (column) => countIn(table, null, column)).map((column) =>
      idOf(table, null, column),
    ),
  ];
}
