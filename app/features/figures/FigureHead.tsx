import type { ReactNode } from "react";
import type { Heading } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";

type FigureHeadProps = {
  /** What the lines are; nothing where they name themselves. */
  first?: string;
  headings: readonly Heading[];
  /** The last column, in the language of the page. */
  last: ReactNode;
  locale: Locale;
};

/** The first line of a table of people: published words are English, the last column's are the page's. */
export function FigureHead({ first, headings, last, locale }: FigureHeadProps) {
  const foreign = asEnglish(locale);
  const numeric = "govuk-table__header govuk-table__header--numeric";
  return (
    <thead className="govuk-table__head">
      <tr className="govuk-table__row">
        {first === undefined ? (
          <td className="govuk-table__cell" />
        ) : (
          <th scope="col" className="govuk-table__header">
            <span {...foreign}>{first}</span>
          </th>
        )}
        {headings.map(({ code, label }) => (
          <th key={code} scope="col" className={numeric} {...foreign}>
            {label}
          </th>
        ))}
        <th scope="col" className={numeric}>
          {last}
        </th>
      </tr>
    </thead>
  );
}
