import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { listOutreach } from "./read-outreach.server";
import { dayWords } from "./staff-words";

type Visit = Awaited<ReturnType<typeof listOutreach>>["entries"][number];

/** Visits to where people are: head counts in one column, people who left their name in another. */
export function OutreachTable({ caption, entries }: { caption: string; entries: readonly Visit[] }) {
  return (
    <Table
      caption={caption}
      cards
      rows={entries}
      rowKey={({ entry }) => entry.id}
      columns={[
        {
          header: "Place",
          cell: ({ entry }) => <a href={`/manage/engagement/outreach/${entry.id}`}>{entry.place}</a>,
        },
        { header: "Community", cell: ({ entry }) => entry.community },
        { header: "Where", cell: ({ neighbourhood }) => neighbourhood?.name ?? "Whole borough" },
        { header: "Day", cell: ({ entry }) => dayWords(entry.day) },
        { header: "Spoken to", numeric: true, cell: ({ entry }) => entry.headCount },
        { header: "Left a name", numeric: true, cell: ({ named }) => named },
        { header: "Follow-up", cell: ({ entry }) => followUpOf(entry) },
      ]}
    />
  );
}

function followUpOf({ followUp, followUpDay, followedUpDay }: Visit["entry"]) {
  if (!followUp || !followUpDay) return "None";
  return followedUpDay ? (
    `Done ${dayWords(followedUpDay)}`
  ) : (
    <Tag colour="yellow">By {dayWords(followUpDay)}</Tag>
  );
}
