import { stringify } from "csv-stringify/sync";
import type { GatedCell, Heading } from "~/db/tables/figures";
import type { FiguresSeen } from "./read.server";
import { listedOf } from "./shape";

/** An edition as programs get it: the numbers as on its page, each with its id. */
export function exportJson(figures: FiguresSeen) {
  const { subjectKind, subjectId: _subject, asAt, publishedAt, ...rest } = figures;
  return { ...rest, kind: subjectKind, asAt: asAt.toISOString(), publishedAt: publishedAt.toISOString() };
}

const COLUMNS = ["table", "id", "row", "row_of", "column", "column_of", "people", "shown"];

/** An edition as a table, one number a line. `row_of` names what a sum is made of. */
export function exportCsv({ tables }: FiguresSeen): string {
  const lines = tables.flatMap(({ title, across, rows }) =>
    rows.flatMap((row) => {
      const line = ({ id, people }: GatedCell, column: Heading | null) => [
        title,
        id,
        row.heading?.label ?? "",
        row.heading?.of?.join("+") ?? "",
        column?.label ?? "",
        column?.of?.join("+") ?? "",
        people.value ?? people.text,
        people.shown,
      ];
      const columns = across ? listedOf(across) : [];
      return [...row.cells.map((cell, at) => line(cell, columns[at] ?? null)), line(row.all, null)];
    }),
  );
  return stringify([COLUMNS, ...lines], { escape_formulas: true });
}
