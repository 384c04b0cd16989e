import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";
import type { ActivitySeen } from "./read.server";
import { isForStaff, standingOf } from "./rules";
import { CLOSED, daysWords, KIND_WORDS, leadRoleWords, ONLY_STAFF, STATE_WORDS } from "./staff-words";

type ActivityTableProps = { caption: string; activities: readonly ActivitySeen[]; today: string };

/** Activities as staff look for them: what, when, who leads, and how much say was planned and reached. */
export function ActivityTable({ caption, activities, today }: ActivityTableProps) {
  return (
    <Table
      caption={caption}
      cards
      rows={activities}
      rowKey={({ activity }) => activity.id}
      columns={[
        {
          header: "Activity",
          cell: ({ activity }) => (
            <>
              <a href={`/manage/engagement/${activity.slug}`}>{activity.title}</a>
              <Tags
                items={[
                  standingOf(activity, today) === "closed" ? CLOSED : STATE_WORDS[activity.state],
                  ...(isForStaff(activity) ? [ONLY_STAFF] : []),
                ]}
              />
            </>
          ),
        },
        { header: "Kind", cell: ({ activity }) => KIND_WORDS[activity.kind] },
        { header: "When", cell: ({ activity }) => daysWords(activity.opensDay, activity.closesDay) },
        { header: "Where", cell: ({ neighbourhood }) => neighbourhood?.name ?? "Whole borough" },
        {
          header: "Led by",
          cell: ({ activity, leadName }) => leadName ?? leadRoleWords(activity.leadRole) ?? "",
        },
        {
          header: "Level",
          cell: ({ activity }) => (
            <>
              <span className="rh-one-line">{activity.plannedLevel} planned</span>
              {activity.achievedLevel !== null && (
                <>
                  , <span className="rh-one-line">{activity.achievedLevel} reached</span>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
