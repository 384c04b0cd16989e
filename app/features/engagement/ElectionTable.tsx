import { Table } from "~/ui/Table";
import type { listElections } from "./read.server";
import { dayWords } from "./staff-words";

type ElectionTableProps = { elections: Awaited<ReturnType<typeof listElections>>; maySet: boolean };

/** Times before elections, the last first. */
export function ElectionTable({ elections, maySet }: ElectionTableProps) {
  if (elections.length === 0) return <p>No election stands here yet.</p>;
  return (
    <Table
      caption="Elections"
      captionHidden
      cards
      rows={elections}
      rowKey={(one) => one.id}
      columns={[
        { header: "Election", cell: (one) => one.name },
        { header: "From", cell: (one) => dayWords(one.fromDay) },
        { header: "Day of the election", cell: (one) => dayWords(one.pollDay) },
        ...(maySet
          ? [
              {
                header: "Change",
                cell: (one: (typeof elections)[number]) => (
                  <a href={`/manage/engagement/settings/elections/${one.id}/remove`}>
                    Take it off<span className="govuk-visually-hidden">: {one.name}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
