import { dayAndClock } from "~/platform/london";
import { Tag } from "~/ui/Tag";
import { TaskList } from "~/ui/TaskList";
import type { permitsOf } from "./may";
import { pounds } from "./money";
import { counted } from "./staff-words";

type AfterTasksProps = {
  slug: string;
  permits: ReturnType<typeof permitsOf>;
  askedAt: Date | null;
  work: {
    notes: { all: number; waiting: number; clear: number; carried: number };
    /** What kind each next step is. */
    steps: readonly ("will" | "done" | "cannot")[];
    forms: number;
    came: number | null;
    /** Newest published version of "what we heard", 0 for a draft, null before anyone began. */
    heard: number | null;
    paid: { pence: number; people: number };
  };
};

/** What there is to do after an event, in the order in which it is done. */
export function AfterTasks({ slug, permits, work, askedAt }: AfterTasksProps) {
  const { notes, steps, forms, came, heard, paid } = work;
  const to = (page: string) => `/manage/events/${slug}/${page}`;
  const asked = askedAt
    ? `Everyone was asked on ${dayAndClock(askedAt)}.`
    : "Everyone is asked a day after it.";
  const share = came ? ` That is ${Math.round((100 * forms) / came)}% of the ${came} who came.` : "";
  const open = steps.filter((kind) => kind === "will").length;
  const items = [
    permits.type && {
      title: "Type notes from sheets",
      href: to("notes/new"),
      hint: "A line is a note. Several sheets in a row, without the mouse.",
      status: counted(notes.all, "note", "notes"),
    },
    permits.judge && {
      title: "Read and sort the notes",
      href: to("notes"),
      hint: "Nothing is counted or printed before somebody has read it.",
      status:
        notes.waiting > 0 ? (
          <Tag colour="yellow">{notes.waiting} to read</Tag>
        ) : (
          `${notes.carried} of ${notes.clear} carried on`
        ),
    },
    permits.judge && {
      title: "Say what comes next",
      href: to("next-steps"),
      hint: "Who does what by when, and what can’t be and why.",
      status: open > 0 ? <Tag colour="blue">{open} to do</Tag> : counted(steps.length, "step", "steps"),
    },
    permits.count && {
      title: "See how it was for people",
      href: to("feedback"),
      hint: `${asked}${share}`,
      status: counted(forms, "form", "forms"),
    },
    permits.organise && {
      title: "Publish what we heard",
      href: to("heard"),
      hint: "At an address that stays.",
      status:
        heard === null ? (
          <Tag colour="yellow">Not begun</Tag>
        ) : heard === 0 ? (
          <Tag colour="yellow">Draft</Tag>
        ) : (
          `Version ${heard} is public`
        ),
    },
    permits.organise && {
      title: "Pay people for their part",
      href: to("payments"),
      hint: "Expenses and thanks for time. Never bank details.",
      status: `${pounds(paid.pence)} to ${counted(paid.people, "person", "people")}`,
    },
  ];
  return <TaskList idPrefix="after" items={items.filter((item) => item !== false)} />;
}
