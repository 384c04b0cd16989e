import { Tag } from "~/ui/Tag";
import { TaskList } from "~/ui/TaskList";
import type { AppraisalRow } from "./read.server";
import { peopleWords } from "./staff-words";

type AppraisalTasksProps = {
  appraisal: Pick<AppraisalRow, "slug" | "state" | "method" | "nextStep">;
  options: number;
  criteria: number;
  /** How many have scored. */
  people: number;
  decided: boolean;
  canOpen: boolean;
  canPublish: boolean;
};

const ORDER = ["draft", "scoring", "closed", "published"];

/** Everything that is done for an appraisal, in order, with what can be done now. */
export function AppraisalTasks(props: AppraisalTasksProps) {
  const { appraisal, options, criteria, people, decided, canOpen, canPublish } = props;
  const { slug, state, method, nextStep } = appraisal;
  const to = (page: string) => `/manage/options/${slug}/${page}`;
  const past = (step: AppraisalRow["state"]) => ORDER.indexOf(state) >= ORDER.indexOf(step);
  const draft = state === "draft";
  const todo = <Tag colour="yellow">To do</Tag>;
  const later = <Tag colour="grey">Can’t do it yet</Tag>;
  const ready = <Tag colour="green">Ready</Tag>;
  return (
    <TaskList
      items={[
        {
          title: "Question, day and who decides",
          href: state === "published" ? undefined : to("edit"),
          hint: "Method and next step can be written until it is published.",
          status: method && nextStep ? "Done" : <Tag colour="yellow">Method or next step to do</Tag>,
        },
        {
          title: "Options",
          href: draft ? to("options") : undefined,
          status: options >= 2 ? `${options} options` : todo,
        },
        {
          title: "Criteria and weights",
          href: draft ? to("criteria") : state === "published" ? undefined : to("weights"),
          hint: draft ? undefined : "Locked: a change needs a reason.",
          status: criteria >= 2 ? `${criteria} criteria` : todo,
        },
        {
          title: "Open scoring",
          href: draft && canOpen ? to("open") : undefined,
          status: draft ? (canOpen ? ready : later) : "Done",
        },
        {
          title: "In the room: code, sheets and count",
          href: state === "scoring" ? to("room") : undefined,
          status: draft ? later : peopleWords(people),
        },
        {
          title: "Close scoring",
          href: state === "scoring" ? to("close") : undefined,
          status: draft ? later : state === "scoring" ? todo : "Done",
        },
        {
          title: "Look at the result",
          href: past("closed") ? to("preview") : undefined,
          status: past("closed") ? ready : later,
        },
        {
          title: "The decision",
          href: past("closed") && !(decided && state === "published") ? to("decision") : undefined,
          status: decided ? "Done" : past("closed") ? todo : later,
        },
        {
          title: "Publish the result",
          href: state === "closed" ? to("publish") : undefined,
          status: state === "published" ? "Done" : state === "closed" && canPublish ? ready : later,
        },
        ...(state === "published"
          ? [{ title: "Correct the page", href: to("correct"), status: "When something was wrong" }]
          : []),
      ]}
    />
  );
}
