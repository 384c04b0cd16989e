import { useTranslation } from "react-i18next";
import type { GatedTable } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ScrollRegion } from "~/ui/ScrollRegion";
import { FigureHead } from "./FigureHead";
import { namedSums, openIn } from "./FigureTable";
import { PeopleCount } from "./PeopleCount";
import type { Rule } from "./rules";
import { listedOf } from "./shape";

type FigureMatrixProps = {
  title: string;
  /** Published tables of one dimension with the same headings, such as one for each row of a grid. */
  tables: readonly GatedTable[];
  rule: Rule;
  locale: Locale;
};

/** Several published tables with the same headings as one: a line each. Programs find each number by the id on it. */
export function FigureMatrix({ title, tables, rule, locale }: FigureMatrixProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const first = tables[0];
  if (!first) return null;
  const names = (of: (table: GatedTable) => string | undefined) => tables.map(of).filter(Boolean).join(" ");
  return (
    <ScrollRegion label={title}>
      <table
        className="govuk-table"
        data-figures={first.id}
        data-sums={names(namedSums)}
        data-open={names(openIn)}
      >
        <caption className="govuk-visually-hidden" {...foreign}>
          {title}
        </caption>
        <FigureHead headings={listedOf(first.down)} last={t("figures.everybody")} locale={locale} />
        <tbody className="govuk-table__body">
          {tables.map(({ id, down, rows }) => (
            <tr key={id} className="govuk-table__row">
              <th scope="row" className="govuk-table__header" {...foreign}>
                {down.label}
              </th>
              {rows.map(({ all }) => (
                <td key={all.id} className="govuk-table__cell govuk-table__cell--numeric" data-cell={all.id}>
                  <PeopleCount people={all.people} rule={rule} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
