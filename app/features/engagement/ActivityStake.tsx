import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { ActivityText } from "./ActivityText";
import { type ActivityShown, dayIn } from "./shown";

type ActivityStakeProps = { shown: ActivityShown; locale: Locale };

/** What is being decided, what people can change and what not; for a formal consultation all that it opened with. */
export function ActivityStake({ shown, locale }: ActivityStakeProps) {
  const { t } = useTranslation();
  const { activity, consultation } = shown;
  const foreign = asEnglish(locale);
  const part = (title: string, text: string | null | undefined) =>
    text && (
      <>
        <h2>{title}</h2>
        <ActivityText text={text} {...foreign} />
      </>
    );
  return (
    <>
      {part(t("activity.decision"), activity.decisionAtStake)}
      {part(t("activity.canChange"), activity.canChange)}
      {part(t("activity.cannotChange"), activity.cannotChange)}
      {part(t("activity.whatChanges"), activity.whatChanges)}
      {part(t("activity.whatStays"), activity.whatStays)}
      {part(t("activity.reasons"), consultation?.reasons)}
      {part(t("activity.alternatives"), consultation?.alternatives)}
      {consultation?.papersLink && (
        <p>
          <a href={consultation.papersLink}>{t("activity.papers")}</a>
        </p>
      )}
      {part(t("activity.equality"), consultation?.equalityAnalysis)}
      {part(t("activity.time"), consultation?.timeReason)}
      {part(t("activity.stage"), consultation?.notYetDecided)}
      {consultation?.decider && (
        <dl className="rh-pairs">
          <div>
            <dt>{t("activity.decider")}</dt>
            <dd {...foreign}>{consultation.decider}</dd>
          </div>
          {consultation.decisionDay && (
            <div>
              <dt>{t("activity.decisionDay")}</dt>
              <dd>{dayIn(consultation.decisionDay, locale)}</dd>
            </div>
          )}
        </dl>
      )}
    </>
  );
}
