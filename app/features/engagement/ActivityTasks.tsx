import { Tag } from "~/ui/Tag";
import { TaskList } from "~/ui/TaskList";
import type { Missing } from "./gate";
import { PARTS, type Part, SET_OUT } from "./parts";
import type { ActivityRow, ConsultationRow } from "./read.server";
import { counted } from "./staff-words";

type ActivityTasksProps = {
  activity: ActivityRow;
  consultation: ConsultationRow | null;
  /** What is missing before it opens; empty once it is open. */
  toOpen: readonly Missing[];
  /** What is missing before it is decided; for formal consultations. */
  toDecide: readonly Missing[];
};

/** All that there is to do about an activity, in order: to open it, and after it has closed. */
export function ActivityTasks({ activity, consultation, toOpen, toDecide }: ActivityTasksProps) {
  const to = (part: Part) => `/manage/engagement/${activity.slug}/${part}`;
  const isToOpen = activity.state === "draft" || activity.state === "planned";
  const lacks = (part: Part) => toOpen.filter((one) => one.part === part).length;
  const state = (part: Part) =>
    lacks(part) > 0 ? <Tag colour="yellow">{counted(lacks(part), "thing", "things")} missing</Tag> : "Done";
  const parts = SET_OUT.filter((part) => consultation || !PARTS[part].formal);
  const settings = toOpen.find((one) => one.part === "settings");
  return (
    <>
      <h2>{consultation ? "Before it opens" : "To prepare"}</h2>
      <TaskList
        idPrefix="to-open"
        items={[
          { title: "About it and its days", href: to("about"), status: state("about") },
          ...parts.map((part) => ({ title: PARTS[part].title, href: to(part), status: state(part) })),
          ...(settings
            ? [
                {
                  title: "Least time for staff consultations",
                  hint: "HR sets it, for all of them.",
                  href: "/manage/engagement/settings",
                  status: <Tag colour="yellow">Missing</Tag>,
                },
              ]
            : []),
          ...(isToOpen
            ? [
                {
                  title: "Open it",
                  href: to("open"),
                  status:
                    toOpen.length > 0 ? (
                      <Tag colour="grey">Can’t open yet</Tag>
                    ) : (
                      <Tag colour="green">Ready</Tag>
                    ),
                },
              ]
            : []),
        ]}
      />
      {!isToOpen && (
        <>
          <h2>Afterwards</h2>
          <TaskList
            idPrefix="afterwards"
            items={[
              ...(consultation
                ? [
                    {
                      title: "How answers were considered",
                      href: to("considered"),
                      status: consultation.consideredHow ? "Done" : <Tag colour="yellow">To do</Tag>,
                    },
                    {
                      title: "The decision",
                      href: to("decision"),
                      status: decisionState(),
                    },
                  ]
                : []),
              {
                title: "What happened, and how much say people had",
                href: to("outcome"),
                status: activity.state === "done" ? "Done" : <Tag colour="yellow">To do</Tag>,
              },
            ]}
          />
        </>
      )}
    </>
  );

  function decisionState() {
    if (consultation?.decidedDay) return "Done";
    return toDecide.length > 0 ? <Tag colour="grey">Can’t decide yet</Tag> : <Tag colour="yellow">To do</Tag>;
  }
}
