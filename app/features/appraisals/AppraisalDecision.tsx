import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { dayIn } from "./appraisal-words";
import type { SettledShown } from "./shown";

type AppraisalDecisionProps = {
  settled: SettledShown;
  decider: string;
  /** Its page in the decision log. */
  log: string | null;
  locale: Locale;
};

/** What was decided: why, on what conditions, who saw it differently, and which equality analysis was read before. */
export function AppraisalDecision({ settled, decider, log, locale }: AppraisalDecisionProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const paragraphs = (text: string) =>
    text.split(/\n+/).map((line) => (
      <p key={line} {...foreign}>
        {line}
      </p>
    ));
  return (
    <>
      <h2>{t("options.decision")}</h2>
      <p>
        <strong>{t("options.decidedOn", { day: dayIn(settled.decidedDay, locale) })}</strong>{" "}
        <span {...foreign}>{decider}</span>
      </p>
      {paragraphs(settled.decision)}
      <h3>{t("options.why")}</h3>
      {paragraphs(settled.reasons)}
      {settled.conditions.length > 0 && (
        <>
          <h3>{t("options.conditions")}</h3>
          <ol className="rh-list" {...foreign}>
            {settled.conditions.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </>
      )}
      {settled.dissent && (
        <>
          <h3>{t("options.dissent")}</h3>
          {paragraphs(settled.dissent)}
        </>
      )}
      <h3>{t("options.equality")}</h3>
      <p>
        {t("options.equalityText", { day: dayIn(settled.equalityReadDay, locale) })}{" "}
        <span {...foreign}>{settled.equalityReadBy}</span>.{" "}
        <a href={settled.equalityLink} {...foreign}>
          {settled.equalityTitle}
        </a>
      </p>
      {log && (
        <p>
          <a href={log}>{t("options.log")}</a>
        </p>
      )}
    </>
  );
}
