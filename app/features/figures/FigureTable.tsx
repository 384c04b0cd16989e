import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { GatedCell, GatedTable } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ScrollRegion } from "~/ui/ScrollRegion";
import { FigureHead } from "./FigureHead";
import { PeopleCount } from "./PeopleCount";
import type { Rule } from "./rules";
import { listedOf } from "./shape";

type FigureTableProps = {
  table: GatedTable;
  rule: Rule;
  locale: Locale;
  /** Its heading stands above it already. */
  captionHidden?: boolean;
};

/** A published table of people with its margins. Programs find each number by the id on it. */
export function FigureTable({ table, rule, locale, captionHidden }: FigureTableProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { down, across, rows } = table;
  return (
    <ScrollRegion label={table.title}>
      <table
        className="govuk-table"
        data-figures={table.id}
        data-sums={namedSums(table)}
        data-open={openIn(table)}
      >
        <caption
          className={captionHidden ? "govuk-visually-hidden" : "govuk-table__caption govuk-table__caption--s"}
          {...foreign}
        >
          {table.title}
        </caption>
        <FigureHead
          first={down.label}
          headings={across ? listedOf(across) : []}
          last={across ? t("figures.everybody") : t("figures.people")}
          locale={locale}
        />
        <tbody className="govuk-table__body">
          {rows.map(({ heading, cells, all }) => (
            <tr key={all.id} className="govuk-table__row">
              <th scope="row" className="govuk-table__header">
                {heading ? <span {...foreign}>{heading.label}</span> : t("figures.everybody")}
              </th>
              {[...cells, all].map(number)}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function number({ id, people }: GatedCell): ReactNode {
    return (
      <td key={id} className="govuk-table__cell govuk-table__cell--numeric" data-cell={id}>
        <PeopleCount people={people} rule={rule} />
      </td>
    );
  }
}

/** What the headings of this table don't take everybody in of, for programs: those without an answer are missing. */
export function openIn({ down, across }: GatedTable): string | undefined {
  const open = [down, across].filter((one) => one?.headings.some(({ apart }) => apart));
  return open.map((one) => one?.key).join(" ") || undefined;
}

/** Which headings are sums of which others, for programs: `answer:answered=yes+no`. */
export function namedSums({ down, across }: GatedTable): string | undefined {
  const said = [down, across].flatMap((dimension) =>
    (dimension?.headings ?? []).flatMap(({ code, of }) =>
      of ? [`${dimension?.key}:${code}=${of.join("+")}`] : [],
    ),
  );
  return said.length > 0 ? said.join(" ") : undefined;
}
