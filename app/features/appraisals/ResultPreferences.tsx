import { useTranslation } from "react-i18next";
import type { AppraisalResult, ShownCount } from "~/db/tables/appraisals";
import { asEnglish, type Locale } from "~/platform/locales";
import { ChartBar } from "~/ui/ChartBar";
import { ChartFigure } from "~/ui/ChartFigure";
import { named } from "./appraisal-words";

type ResultPreferencesProps = { result: AppraisalResult; locale: Locale };

/** How many would choose each option first, and how many could live with it. */
export function ResultPreferences({ result, locale }: ResultPreferencesProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const { people, options, noFirst, exempt } = result;
  const length = ({ value }: ShownCount) => (value === null ? null : (100 * value) / people);
  return (
    <ChartFigure
      id="preferences"
      title={t("options.preferences")}
      says={t("options.preferencesSays", { people })}
      note={
        <>
          {t("options.noFirst", { number: noFirst.text })} {!exempt && t("options.gate")}
        </>
      }
    >
      <ul className="rh-chart__rows">
        {options.map(({ id, title, first, could }, at) => (
          <li key={id}>
            <p>
              <span {...foreign}>{named({ position: at + 1, title })}</span>
              <span>
                {t("options.first")}: <b>{first.text}</b> · {t("options.could")}: <b>{could.text}</b>
              </span>
            </p>
            <ChartBar length={length(first)} />
            <ChartBar length={length(could)} second />
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
