import { SummaryList } from "~/ui/SummaryList";
import type { Said } from "./median";
import type { ActivitySeen } from "./read.server";
import {
  CHANNEL_WORDS,
  counted,
  daysWords,
  dayWords,
  KIND_WORDS,
  leadRoleWords,
  levelWords,
} from "./staff-words";

type ActivityFactsProps = {
  seen: ActivitySeen;
  /** What people who took part said. */
  said: Said;
};

/** How an activity is set up, and how much say was planned, reached and felt. */
export function ActivityFacts({ seen, said }: ActivityFactsProps) {
  const { activity, consultation, plan, neighbourhood, leadName } = seen;
  const felt =
    said.median === null
      ? "Nobody who took part has said yet"
      : `${levelWords(said.median)} (the middle of ${counted(said.n, "answer", "answers")})`;
  const rows: [string, string | null][] = [
    ["Kind", KIND_WORDS[activity.kind]],
    ["For", `${activity.audience}; ${neighbourhood?.name ?? "the whole borough"}`],
    ["How", CHANNEL_WORDS[activity.channel]],
    ["When", daysWords(activity.opensDay, activity.closesDay)],
    ["Led by", leadName ?? leadRoleWords(activity.leadRole)],
    ["Say, as planned", levelWords(activity.plannedLevel)],
    [
      "Say, as the lead sees it",
      activity.achievedLevel === null ? "Not said yet" : levelWords(activity.achievedLevel),
    ],
    ["Say, as people felt it", felt],
    ["Residents in the decision", activity.inDecision],
    ["Residents in the doing", activity.inDelivery],
    ["Answers", consultation?.answersReceived == null ? null : String(consultation.answersReceived)],
    ["Decided on", consultation?.decidedDay ? dayWords(consultation.decidedDay) : null],
  ];
  return (
    <SummaryList
      rows={[
        ...rows.flatMap(([key, value]) => (value === null ? [] : [{ key, value }])),
        { key: "Plan", value: <a href={`/manage/engagement/plans/${plan.slug}`}>{plan.title}</a> },
      ]}
    />
  );
}
