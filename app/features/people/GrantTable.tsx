import type { ReactNode } from "react";
import { plainDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";

/** A role as it is listed. `standing` is how it stands today. */
export type ListedGrant = {
  id: string;
  label: string;
  where: string;
  fromDay: string;
  toDay: string | null;
  standing: "now" | "later" | "over";
};

type GrantTableProps = {
  caption: string;
  grants: readonly ListedGrant[];
  /** What can be done with one, if anything. */
  action?: { header: string; cell: (grant: ListedGrant) => ReactNode };
};

const onDay = (day: string) => plainDay(new Date(`${day}T12:00:00Z`));

/** Roles with the place they hold over and their days. */
export function GrantTable({ caption, grants, action }: GrantTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={grants}
      rowKey={(grant) => grant.id}
      columns={[
        {
          header: "Role",
          cell: (grant) => (
            <>
              {grant.label} {grant.standing === "later" && <Tag colour="yellow">Not yet</Tag>}
              {grant.standing === "over" && <Tag colour="grey">Over</Tag>}
            </>
          ),
        },
        { header: "Where", cell: (grant) => grant.where },
        { header: "From", cell: (grant) => onDay(grant.fromDay) },
        { header: "Until", cell: (grant) => (grant.toDay ? onDay(grant.toDay) : "No end set") },
        ...(action ? [action] : []),
      ]}
    />
  );
}
