import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HeardStep } from "~/db/tables/events-heard";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Tag } from "~/ui/Tag";

type HeardStepsProps = {
  /** Each may say where it comes from, on pages about more than one event. */
  steps: readonly (HeardStep & { from?: ReactNode })[];
  locale: Locale;
};

const dayOfText = (day: string) => new Date(`${day}T12:00:00Z`);

/** What will be, was or can't be done about what was heard, by which role and when. */
export function HeardSteps({ steps, locale }: HeardStepsProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  return <ul className="rh-steps">{steps.map(step)}</ul>;

  function step({
    kind,
    text,
    ownerRole,
    dueDay,
    outcome,
    doneDay,
    reason,
    notes,
    from,
  }: HeardStepsProps["steps"][number]) {
    const due =
      ownerRole && dueDay && t("heard.by", { role: ownerRole, day: plainDay(dayOfText(dueDay), locale) });
    return (
      <li key={text}>
        <h3 {...foreign}>
          {text} {kind === "done" && <Tag colour="green">{t("heard.doneTag")}</Tag>}
        </h3>
        {kind === "done" && doneDay && (
          <p>
            {t("heard.doneOn", { day: plainDay(dayOfText(doneDay), locale) })}:{" "}
            <span {...foreign}>{outcome}</span>
          </p>
        )}
        {kind === "cannot" && <p {...foreign}>{reason}</p>}
        {(due || notes > 0) && (
          <p className="rh-note">
            {[due, notes > 0 && t("heard.fromNotes", { count: notes })].filter(Boolean).join(". ")}
          </p>
        )}
        {from && <p className="rh-note">{from}</p>}
      </li>
    );
  }
}
