import { useTranslation } from "react-i18next";
import type { Share } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartBar } from "~/ui/ChartBar";
import { PeopleCount } from "./PeopleCount";
import type { Rule } from "./rules";

type ShareRowsProps = {
  rows: readonly { key: string; label: string; share: Share }[];
  rule: Rule;
  locale: Locale;
};

/** Published shares as bars, a line each: its words, per cent and both numbers, and from where to where it could lie. */
export function ShareRows({ rows, rule, locale }: ShareRowsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <ul className="rh-chart__rows">
      {rows.map(({ key, label, share }) => (
        <li key={key}>
          <p>
            <span {...foreign}>{label}</span>
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
