import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { agreementOf, cameIn } from "./batch";
import { BATCH_WORDS } from "./paper-words";
import type { BatchSeen } from "./read-paper.server";
import { batchName } from "./sheet-codes";

type BatchTableProps = {
  slug: string;
  batches: readonly BatchSeen[];
  /** Where a batch's name leads: to its page, or to typing its sheets. */
  to?: "sheets" | "type";
};

/** Batches of sheets, each with how far it is. */
export function BatchTable({ slug, batches, to = "sheets" }: BatchTableProps) {
  return (
    <Table
      caption="Batches of sheets"
      captionHidden
      cards
      rows={batches}
      rowKey={({ batch }) => batch.id}
      columns={[
        {
          header: "Batch",
          cell: ({ batch }) => (
            <a href={`/manage/surveys/${slug}/${to}/${batchName(batch.number)}`}>{batchName(batch.number)}</a>
          ),
        },
        { header: "Where", cell: ({ batch }) => batch.place || "Not said" },
        { header: "Printed", numeric: true, cell: ({ batch }) => batch.sheets },
        { header: "Typed", numeric: true, cell: ({ counts }) => cameIn(counts) },
        { header: "Typed twice", numeric: true, cell: ({ counts }) => counts.checked + counts.differs },
        { header: "Alike", numeric: true, cell: (seen) => alikeWords(seen) },
        {
          header: "State",
          cell: ({ standing }) => (
            <Tag colour={BATCH_WORDS[standing].colour}>{BATCH_WORDS[standing].text}</Tag>
          ),
        },
      ]}
    />
  );
}

function alikeWords(seen: BatchSeen): string {
  const agreement = agreementOf(seen);
  return agreement === null ? "–" : `${agreement}%`;
}
