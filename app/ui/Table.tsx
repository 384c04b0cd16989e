import type { ComponentPropsWithoutRef, ReactNode } from "react";
import { classes } from "./classes";
import { ScrollRegion } from "./ScrollRegion";

export type Sort = { href: string; direction?: "ascending" | "descending" };

export type Column<Row> = {
  header: string;
  /** The language of the header, where it isn't the page's. */
  lang?: string;
  dir?: "ltr" | "rtl";
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** Makes the header a link that sorts by this column; `direction` is how it is sorted now. */
  sort?: Sort;
};

type TableProps<Row> = Omit<ComponentPropsWithoutRef<"table">, "children"> & {
  caption: string;
  captionSize?: "s" | "m" | "l" | "xl";
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The first cell of each row names the row. On by default. */
  rowHeaders?: boolean;
  /** Each row becomes a card on phones. Otherwise a wide table scrolls sideways inside a named region. */
  cards?: boolean;
};

const arrows = (
  <svg viewBox="0 0 10 14" aria-hidden="true" focusable="false">
    <path d="M5 0l4 5H1z" />
    <path d="M5 14l4-5H1z" />
  </svg>
);

function Header<Row>({ header, lang, dir, numeric, sort }: Column<Row>) {
  return (
    <th
      scope="col"
      lang={lang}
      dir={dir}
      className={classes("govuk-table__header", numeric && "govuk-table__header--numeric")}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a className="rh-sort" href={sort.href}>
          {header}
          {arrows}
        </a>
      ) : (
        header
      )}
    </th>
  );
}

/** Rows of facts with a caption and named columns. */
export function Table<Row>({
  caption,
  captionSize,
  captionHidden,
  columns,
  rows,
  rowKey,
  rowHeaders = true,
  cards,
  className,
  ...rest
}: TableProps<Row>) {
  const table = (
    <table {...rest} className={classes("govuk-table", cards && "rh-table--cards", className)}>
      <caption
        className={classes(
          "govuk-table__caption",
          captionSize && `govuk-table__caption--${captionSize}`,
          captionHidden && "govuk-visually-hidden",
        )}
      >
        {caption}
      </caption>
      <thead className="govuk-table__head">
        <tr className="govuk-table__row">
          {columns.map((column) => (
            <Header key={column.header} {...column} />
          ))}
        </tr>
      </thead>
      <tbody className="govuk-table__body">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="govuk-table__row">
            {columns.map(({ header, numeric, cell }, at) =>
              rowHeaders && at === 0 ? (
                <th key={header} scope="row" className="govuk-table__header">
                  {cell(row)}
                </th>
              ) : (
                <td
                  key={header}
                  className={classes("govuk-table__cell", numeric && "govuk-table__cell--numeric")}
                  data-label={cards ? header : undefined}
                >
                  {cards ? <div>{cell(row)}</div> : cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (cards) return table;
  return <ScrollRegion label={caption}>{table}</ScrollRegion>;
}
