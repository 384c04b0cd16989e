import { useTranslation } from "react-i18next";
import type { GatedTable } from "~/db/tables/figures";
import { FigureBars } from "~/features/figures/FigureBars";
import { FigureTimeline } from "~/features/figures/FigureTimeline";
import type { Rule } from "~/features/figures/rules";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import type { SurveyVersion } from "./read.server";

type SurveyHowProps = {
  came: GatedTable | null;
  timeline: GatedTable | null;
  /** Versions after the first. */
  later: readonly Omit<SurveyVersion, "questionnaire">[];
  rule: Rule;
  locale: Locale;
};

/** How and when the answers came, and what was changed in the questions on the way. */
export function SurveyHow({ came, timeline, later, rule, locale }: SurveyHowProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t("surveys.results.how")}</h2>
      <div className="rh-results-grid">
        {came && <FigureBars table={came} rule={rule} locale={locale} level={3} />}
        {timeline && <FigureTimeline table={timeline} rule={rule} locale={locale} level={3} />}
      </div>
      {later.length > 0 && (
        <div className="rh-narrow">
          <p>{t("surveys.results.versions")}</p>
          <ul className="rh-list">
            {later.map(({ version, publishedAt, changeClass, reason }) => (
              <li key={version}>
                {plainDay(publishedAt, locale)}: {t(`surveys.results.changes.${changeClass}`)}{" "}
                <span {...asEnglish(locale)}>{reason}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
