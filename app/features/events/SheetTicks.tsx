import type { ReactNode } from "react";

type SheetTicksProps<Row> = {
  caption: string;
  rows: readonly Row[];
  /** What stands after the box and the name; without a value it is filled in by hand. */
  columns: readonly { header: string; value?: (row: Row) => ReactNode }[];
};

/** A table on paper: a box to tick for each booking, and the name beside it. */
export function SheetTicks<Row extends { id: string; name: string }>({
  caption,
  rows,
  columns,
}: SheetTicksProps<Row>) {
  return (
    <table className="govuk-table rh-sheet__list">
      <caption className="govuk-table__caption">{caption}</caption>
      <thead>
        <tr>
          {["Here", "Name", ...columns.map((column) => column.header)].map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <span className="rh-sheet__box" />
            </td>
            <th scope="row">
              <bdi>{row.name || "Name removed"}</bdi>
            </th>
            {columns.map(({ header, value }) => (
              <td key={header}>{value?.(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
