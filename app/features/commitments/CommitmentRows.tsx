import { Table } from "~/ui/Table";
import { CommitmentDue } from "./CommitmentDue";
import { CommitmentState } from "./CommitmentState";
import { type CommitmentShown, inShort } from "./shown";

/** Commitments as staff look for them, each leading to where they work on it. */
export function CommitmentRows({
  caption,
  commitments,
}: {
  caption: string;
  commitments: readonly CommitmentShown[];
}) {
  return (
    <Table
      caption={caption}
      cards
      rows={commitments}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          header: "Commitment",
          cell: ({ number, said }) => (
            <a href={`/manage/commitments/${number}`}>
              {number}. {inShort(said, 110)}
            </a>
          ),
        },
        {
          header: "Owner",
          cell: ({ owner }) => (owner ? `${owner.role}, ${owner.organisation}` : "Nobody yet"),
        },
        { header: "Due", cell: (shown) => <CommitmentDue shown={shown} locale="en" /> },
        { header: "State", cell: ({ state, kind }) => <CommitmentState state={state} kind={kind} /> },
      ]}
    />
  );
}
