import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { atNoon } from "./promise";
import type { WaitingSeen } from "./read-waiting.server";
import { owedBy, thingWord } from "./staff-words";

/** What waits for an answer: how long, until when it is in time, and who owes it. */
export function WaitingTable({ caption, waiting }: { caption: string; waiting: readonly WaitingSeen[] }) {
  return (
    <Table
      caption={caption}
      captionSize="m"
      cards
      rows={waiting}
      rowKey={({ thing }) => `${thing.kind} ${thing.id}`}
      columns={[
        {
          header: "What was said",
          cell: ({ thing }) => (
            <a href={`/manage/responses/${thing.kind}/${thing.id}`} dir="auto">
              {thing.said}
            </a>
          ),
        },
        { header: "What it is", cell: ({ thing }) => thingWord(thing.kind) },
        { header: "Said on", cell: ({ thing }) => plainDay(atNoon(thing.saidOn)) },
        {
          header: "Answer by",
          cell: ({ thing, isLate }) => (
            <>
              {plainDay(atNoon(thing.dueOn))} {isLate && <Tag colour="orange">Late</Tag>}
            </>
          ),
        },
        { header: "Who owes it", cell: ({ neighbourhood }) => owedBy(neighbourhood) },
      ]}
    />
  );
}
