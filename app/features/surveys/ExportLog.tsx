import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import type { listExports } from "./read-exports.server";

type Row = Awaited<ReturnType<typeof listExports>>[number];

/** Which files were taken of a survey's responses: when, by whom, with what and why. */
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
            `${taken.format.toUpperCase()}, ${taken.responses.toLocaleString("en-GB")} ${taken.responses === 1 ? "response" : "responses"}`,
        },
        {
          header: "With",
          cell: ({ taken }) =>
            [taken.words && "own words", taken.names && "names"].filter(Boolean).join(", ") ||
            "answers alone",
        },
        { header: "Why", cell: ({ taken }) => taken.reason },
      ]}
    />
  );
}
