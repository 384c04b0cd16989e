import { useTranslation } from "react-i18next";
import type { Heading, Share } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ScrollRegion } from "~/ui/ScrollRegion";
import { FigureHead } from "./FigureHead";
import { PeopleCount } from "./PeopleCount";
import type { Rule } from "./rules";

/** One line: of whom the shares are, and each of them. */
export type ShareLine = { key: string; label: string; shares: readonly { heading: Heading; share: Share }[] };

type FigureSharesProps = { title: string; lines: readonly ShareLine[]; rule: Rule; locale: Locale };

/** Published shares line by line: whole per cents with their interval, and of how many. */
export function FigureShares({ title, lines, rule, locale }: FigureSharesProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const headings = lines[0]?.shares.map(({ heading }) => heading) ?? [];
  return (
    <ScrollRegion label={`${t("figures.share")}: ${title}`}>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden" {...foreign}>
          {title}
        </caption>
        <FigureHead headings={headings} last={t("figures.answered")} locale={locale} />
        <tbody className="govuk-table__body">
          {lines.map(({ key, label, shares }) => (
            <tr key={key} className="govuk-table__row">
              <th scope="row" className="govuk-table__header" {...foreign}>
                {label}
              </th>
              {shares.map(({ heading, share }) => (
                <td key={heading.code} className="govuk-table__cell govuk-table__cell--numeric">
                  {inWords(share)}
                </td>
              ))}
              <td className="govuk-table__cell govuk-table__cell--numeric">
                {shares[0] && <PeopleCount people={shares[0].share.of} rule={rule} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );

  function inWords({ percent, interval, part, of }: Share) {
    if (part.value === null) return <PeopleCount people={part} rule={rule} />;
    if (percent === null) {
      return <span className="rh-note">{t("figures.partOf", { part: part.text, of: of.text })}</span>;
    }
    return (
      <>
        <b>{t("figures.percent", { percent })}</b>
        {interval && (
          <span className="rh-note"> {t("figures.span", { low: interval[0], high: interval[1] })}</span>
        )}
      </>
    );
  }
}
