import type { Dimension, GatedTable, Published } from "~/db/tables/figures";
import type { TrueTable } from "~/features/figures/linked";

/** A dimension whose codes are its key and a number. */
export function dimension(key: string, size: number): Dimension {
  const headings = Array.from({ length: size }, (_, at) => ({ code: `${key}${at}`, label: `${key} ${at}` }));
  return { key, label: key, headings };
}

/** A table of true counts as rows of numbers; one number a row makes it a table of one dimension. */
export function trueTable(counts: readonly (readonly number[])[], more: Partial<TrueTable> = {}): TrueTable {
  const across = (counts[0]?.length ?? 0) > 1 ? dimension("b", counts[0]?.length ?? 0) : null;
  return { id: "t", title: "T", people: "p", down: dimension("a", counts.length), across, counts, ...more };
}

/** What a published table shows, row by row with its margins. */
export function textsOf(table: GatedTable | undefined): string[][] {
  return (table?.rows ?? []).map(({ cells, all }) => [...cells, all].map((cell) => cell.people.text));
}

/** All numbers of published tables by name. */
export function numbersOf(tables: readonly GatedTable[]): Map<string, Published> {
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells, row.all]));
  return new Map(cells.map(({ id, people }) => [id, people]));
}
