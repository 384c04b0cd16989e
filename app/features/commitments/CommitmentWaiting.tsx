import { SectionHead } from "~/ui/SectionHead";
import { Tag } from "~/ui/Tag";
import { TaskList } from "~/ui/TaskList";

type Waiting = { lacking: number; overdue: number; tasks: number };

/** What waits with commitments, on the staff home; nothing when nothing does. */
export function CommitmentWaiting({ waiting }: { waiting: Waiting | null }) {
  if (!waiting) return null;
  const items = [
    { title: "Commitments without an owner or a date", n: waiting.lacking },
    { title: "Owners to remind by hand", n: waiting.tasks },
    { title: "Overdue commitments", n: waiting.overdue },
  ].filter(({ n }) => n > 0);
  if (items.length === 0) return null;
  return (
    <>
      <SectionHead title="Commitments" />
      <TaskList
        idPrefix="commitments"
        items={items.map(({ title, n }) => ({
          title,
          href: "/manage/commitments",
          status: <Tag colour="yellow">{n}</Tag>,
        }))}
      />
    </>
  );
}
