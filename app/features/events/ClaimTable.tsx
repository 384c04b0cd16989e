import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { pounds } from "./money";
import type { ClaimSeen } from "./read-claims.server";
import { BASIS_WORDS, CLAIM_STATES } from "./staff-words";

type ClaimTableProps = { caption: string; rows: readonly ClaimSeen[]; withEvent?: boolean };

/** Claims with who they are of, what for and how far they have come. */
export function ClaimTable({ caption, rows, withEvent }: ClaimTableProps) {
  return (
    <Table
      caption={caption}
      captionHidden
      cards
      rows={rows}
      rowKey={({ claim }) => claim.id}
      columns={[
        {
          header: "Name",
          cell: ({ claim, name, reference }) => (
            <a href={`/manage/claims/${claim.id}`}>
              <bdi>{name || `Booking ${reference}`}</bdi>
            </a>
          ),
        },
        ...(withEvent ? [{ header: "Event", cell: ({ event }: ClaimSeen) => event.title }] : []),
        {
          header: "For",
          cell: ({ claim }) => [BASIS_WORDS[claim.basis], claim.words].filter(Boolean).join(": "),
        },
        {
          header: "Amount",
          numeric: true,
          cell: ({ claim }) => (claim.pence ? pounds(claim.pence) : "None"),
        },
        {
          header: "State",
          cell: ({ claim }) => {
            const state = CLAIM_STATES[claim.state];
            return <Tag colour={state?.colour}>{state?.text}</Tag>;
          },
        },
        {
          header: "Since",
          cell: ({ claim }) =>
            dayAndClock(claim.paidAt ?? claim.approvedAt ?? claim.claimedAt ?? claim.createdAt),
        },
      ]}
    />
  );
}
