import { useTranslation } from "react-i18next";
import { FigurePairs } from "~/features/figures/FigurePairs";
import type { Locale } from "~/platform/locales";
import type { Wave } from "./waves";

/** What has changed since the same was asked before: scales together, every other question by itself. */
export function SurveyWaves({ waves, locale }: { waves: readonly Wave[]; locale: Locale }) {
  const { t } = useTranslation();
  const scales = waves.filter(({ isScale }) => isScale);
  return (
    <div className="rh-results-grid">
      {scales.length > 0 && (
        <FigurePairs
          id="waves"
          level={3}
          title={t("surveys.results.bestSteps")}
          titleIsOurs
          locale={locale}
          changes={scales.flatMap(({ title, changes }) =>
            changes.map(({ change }) => ({ label: title, change })),
          )}
        />
      )}
      {waves
        .filter(({ isScale }) => !isScale)
        .map(({ id, title, changes }) => (
          <FigurePairs key={id} id={`wave-${id}`} level={3} title={title} locale={locale} changes={changes} />
        ))}
    </div>
  );
}
