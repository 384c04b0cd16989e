import { useTranslation } from "react-i18next";
import type { Mean } from "~/db/tables/figures";
import { asEnglish, type Locale } from "~/platform/locales";
import { InsetText } from "~/ui/InsetText";
import { ActivityText } from "./ActivityText";
import { type ActivityShown, dayIn } from "./shown";

type ActivityOutcomeProps = {
  shown: ActivityShown;
  /** What people who took part say of how much say they had. */
  theySay: Mean;
  locale: Locale;
};

/** What came of an activity: how answers were considered, what was decided, what happened, and how much say people had. */
export function ActivityOutcome({ shown, theySay, locale }: ActivityOutcomeProps) {
  const { t } = useTranslation();
  const { activity, consultation } = shown;
  const foreign = asEnglish(locale);
  return (
    <>
      {activity.state === "cancelled" && (
        <InsetText>
          <h2 className="govuk-heading-s">{t("activity.cancelled")}</h2>
          <p {...foreign}>{activity.cancelReason}</p>
        </InsetText>
      )}
      {consultation?.decision && consultation.decidedDay && (
        <>
          <h2>{t("activity.decided")}</h2>
          <p>
            <strong>{t("activity.decidedOn", { day: dayIn(consultation.decidedDay, locale) })}</strong>
          </p>
          <ActivityText text={consultation.decision} {...foreign} />
          <h2>{t("activity.why")}</h2>
          <ActivityText text={consultation.decisionReasons ?? ""} {...foreign} />
        </>
      )}
      {consultation?.consideredHow && (
        <>
          <h2>{t("activity.considered")}</h2>
          <ActivityText text={consultation.consideredHow} {...foreign} />
          <p>{t("activity.readBy", { who: consultation.equalityReadBy })}</p>
        </>
      )}
      {activity.whatHappened && (
        <>
          <h2>{t("activity.happened")}</h2>
          <ActivityText text={activity.whatHappened} {...foreign} />
        </>
      )}
      {activity.achievedLevel !== null && (
        <>
          <h2>{t("activity.reached")}</h2>
          <dl className="rh-pairs">
            <div>
              <dt>{t("activity.weSay")}</dt>
              <dd>{t(`activity.level.${activity.achievedLevel}`)}</dd>
            </div>
            {theySay.people.text !== "0" && (
              <div>
                <dt>{t("activity.theySay")}</dt>
                <dd>{inWords(theySay.value)}</dd>
              </div>
            )}
          </dl>
        </>
      )}
    </>
  );

  function inWords(level: number | null): string {
    if (level === null) return t("activity.few");
    const felt = (step: number) => t(`rate.felt.${step}`);
    if (Number.isInteger(level)) return `“${felt(level)}”`;
    return t("activity.between", { a: felt(Math.floor(level)), b: felt(Math.ceil(level)) });
  }
}
