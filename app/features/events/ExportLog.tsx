import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import { COLUMNS, type ColumnCode } from "./attenders";
import type { listExports } from "./read-exports.server";
import { counted } from "./staff-words";

type Row = Awaited<ReturnType<typeof listExports>>[number];

/** Which files were taken of an event's people: when, by whom, with which columns and why. */
export function ExportLog({ log }: { log: readonly Row[] }) {
  if (log.length === 0) return <p>None.</p>;
  return (
    <Table
      caption="Files taken"
      captionHidden
      cards
      rows={log}
      rowKey={({ taken }) => taken.id}
      columns={[
        { header: "When", cell: ({ taken }) => dayAndClock(taken.at) },
        { header: "By", cell: ({ by }) => by ?? "Somebody who has left" },
        {
          header: "File",
          cell: ({ taken }) =>
            `${taken.format.toUpperCase()}, ${counted(taken.bookings, "booking", "bookings")}`,
        },
        { header: "Columns", cell: ({ taken }) => taken.columns.map(headerOf).join(", ") },
        { header: "Why", cell: ({ taken }) => taken.reason ?? "" },
      ]}
    />
  );
}

const headerOf = (code: string) => COLUMNS[code as ColumnCode]?.header ?? code;
