import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { dayOf } from "~/platform/london";
import { dayIn } from "./appraisal-words";
import type { AppraisalShown } from "./shown";

type AppraisalMethodProps = {
  shown: Pick<AppraisalShown, "method" | "nextStep" | "nextStepDay">;
  corrections: readonly { at: Date; note: string; before: Record<string, string> }[];
  locale: Locale;
};

/** What happens next, how it was done, and what was put right after publication. */
export function AppraisalMethod({ shown, corrections, locale }: AppraisalMethodProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return (
    <>
      {shown.nextStep && (
        <>
          <h2>{t("options.next")}</h2>
          <p>
            <span {...foreign}>{shown.nextStep}</span>{" "}
            {shown.nextStepDay && `(${t("options.by", { day: dayIn(shown.nextStepDay, locale) })})`}
          </p>
        </>
      )}
      {shown.method && (
        <>
          <h2>{t("options.method")}</h2>
          {shown.method.split(/\n+/).map((line) => (
            <p key={line} {...foreign}>
              {line}
            </p>
          ))}
        </>
      )}
      {corrections.length > 0 && (
        <>
          <h2>{t("options.corrections")}</h2>
          <ul className="rh-list">
            {corrections.map(({ at, note, before }) => (
              <li key={at.toISOString()}>
                {dayIn(dayOf(at), locale)}: <span {...foreign}>{note}</span>{" "}
                {Object.entries(before)
                  .filter(([, text]) => text !== "")
                  .map(([name, text]) => (
                    <span key={name}>
                      {t("options.before")}{" "}
                      <span {...foreign}>“{name === "nextStepDay" ? dayIn(text, locale) : text}”</span>{" "}
                    </span>
                  ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
