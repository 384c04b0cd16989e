import { useTranslation } from "react-i18next";
import { asEnglish, type Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
import { Timeline } from "~/ui/Timeline";
import { type MilestoneShown, type MoveShown, spanWords } from "./milestone-shown";

type MilestoneHistoryProps = { shown: MilestoneShown; moves: readonly MoveShown[]; locale: Locale };

/** How a milestone came to where it stands: written down, expected anew, reached; each with its reason. */
export function MilestoneHistory({ shown, moves, locale }: MilestoneHistoryProps) {
  const { t } = useTranslation();
  const foreign = asEnglish(locale);
  const dayIn = (day: string) => plainDay(new Date(`${day}T12:00:00Z`), locale);
  return (
    <Timeline
      items={moves.map(({ position, day, status, forecast, actualDay, reason }) => ({
        title:
          position === 1
            ? t("milestones.made", { span: spanWords(t, shown.planned, locale) })
            : t("milestones.moved", { status: t(`milestones.statuses.${status}`) }),
        dateTime: day,
        date: dayIn(day),
        children: (
          <>
            {actualDay && <p>{t("milestones.reachedOn", { day: dayIn(actualDay) })}</p>}
            {!actualDay && forecast && (
              <p>{t("milestones.newForecast", { span: spanWords(t, forecast, locale) })}</p>
            )}
            {reason && <p {...foreign}>{reason}</p>}
          </>
        ),
      }))}
    />
  );
}
