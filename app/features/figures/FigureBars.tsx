import { useTranslation } from "react-i18next";
import type { GatedTable, Share } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartBar } from "~/ui/ChartBar";
import { ChartFigure } from "~/ui/ChartFigure";
import { FigureTable } from "./FigureTable";
import { PeopleCount } from "./PeopleCount";
import type { Rule } from "./rules";
import { sharesIn } from "./shares-in";

type FigureBarsProps = { table: GatedTable; rule: Rule; locale: Locale; level?: 2 | 3 };

/**
 * A published table of one dimension as bars: each answer's share of those who answered, with both numbers and
 * its interval; beneath, how many answered and how many did not; and the same as a table.
 */
export function FigureBars({ table, rule, locale, level }: FigureBarsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { shares, base, beside } = sharesIn(table);
  return (
    <ChartFigure
      id={table.id}
      level={level}
      title={<span {...foreign}>{table.title}</span>}
      table={{
        summary: t("figures.table"),
        body: <FigureTable table={table} rule={rule} locale={locale} captionHidden />,
      }}
      note={[base, ...beside].map(({ heading, people }, at) => (
        <span key={heading?.code ?? ""}>
          {at > 0 && "; "}
          <bdi {...(heading ? foreign : {})}>{heading?.label ?? t("figures.everybody")}</bdi>:{" "}
          <PeopleCount people={people} rule={rule} />
        </span>
      ))}
    >
      <ul className="rh-chart__rows">
        {shares.map(({ heading, share }) => (
          <li key={heading.code}>
            <p>
              <span {...foreign}>{heading.label}</span>
              <b>{inWords(share)}</b>
            </p>
            <ChartBar length={share.percent} range={share.interval} />
            {share.interval && (
              <p className="rh-note">
                {t("figures.between", { low: share.interval[0], high: share.interval[1] })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </ChartFigure>
  );

  function inWords({ percent, part, of }: Share) {
    const counts = t("figures.partOf", { part: part.text, of: of.text });
    if (part.shown === "few" || part.shown === "kept") return <PeopleCount people={part} rule={rule} />;
    if (of.value === null) return part.text;
    return percent === null
      ? `${counts} (${t("figures.noPercent")})`
      : `${t("figures.percent", { percent })} (${counts})`;
  }
}
