import { SummaryList } from "~/ui/SummaryList";
import { ActivityText } from "./ActivityText";
import type { findOutreach } from "./read-outreach.server";
import { counted, dayWords } from "./staff-words";

type OutreachTextProps = { visit: NonNullable<Awaited<ReturnType<typeof findOutreach>>>; named: number };

/** What was written down of a visit. */
export function OutreachText({ visit, named }: OutreachTextProps) {
  const { entry, neighbourhood, activity } = visit;
  return (
    <SummaryList
      rows={[
        { key: "Day", value: dayWords(entry.day) },
        { key: "Where", value: neighbourhood?.name ?? "Whole borough" },
        { key: "Spoken to, without a name", value: counted(entry.headCount, "person", "people") },
        { key: "Left their name", value: counted(named, "person", "people") },
        { key: "What we heard", value: <ActivityText text={entry.heard} /> },
        ...(activity
          ? [
              {
                key: "Part of",
                value: <a href={`/manage/engagement/${activity.slug}`}>{activity.title}</a>,
              },
            ]
          : []),
        ...(entry.followUp && entry.followUpDay
          ? [
              {
                key: "Follow-up",
                value: `${entry.followUp} ${
                  entry.followedUpDay
                    ? `Done on ${dayWords(entry.followedUpDay)}.`
                    : `To be done by ${dayWords(entry.followUpDay)}.`
                }`,
              },
            ]
          : []),
      ]}
    />
  );
}
