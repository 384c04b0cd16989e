import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { Late } from "./lateness";
import type { LateActivity } from "./read-staff.server";
import { counted, dayWords, leadRoleWords } from "./staff-words";

const PLACES: Record<Late["part"], string> = {
  open: "",
  considered: "/considered",
  decision: "/decision",
  outcome: "/outcome",
};

/** What should have been done by now, the longest first, each leading to where it is done. */
export function LateTable({ caption, late }: { caption: string; late: readonly LateActivity[] }) {
  return (
    <Table
      caption={caption}
      cards
      rows={late}
      rowKey={({ activity }) => activity.id}
      columns={[
        {
          header: "Activity",
          cell: ({ activity, late }) => (
            <a href={`/manage/engagement/${activity.slug}${PLACES[late.part]}`}>{activity.title}</a>
          ),
        },
        { header: "What is late", cell: ({ late }) => late.what },
        { header: "Since", cell: ({ late }) => dayWords(late.since) },
        {
          header: "Late by",
          cell: ({ late }) => (
            <Tag colour={late.days > 28 ? "red" : "orange"}>{counted(late.days, "day", "days")}</Tag>
          ),
        },
        {
          header: "Led by",
          cell: ({ activity, leadName }) => leadName ?? leadRoleWords(activity.leadRole) ?? "",
        },
      ]}
    />
  );
}
