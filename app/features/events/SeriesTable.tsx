import type { ReactNode } from "react";
import { dayAndClock } from "~/platform/london";
import { Button } from "~/ui/Button";
import { SectionHead } from "~/ui/SectionHead";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { EventRow } from "./read.server";
import { EVENT_STATES } from "./staff-words";

type SeriesTableProps = {
  rows: readonly Pick<
    EventRow,
    "slug" | "startsAt" | "state" | "confirmedPlaces" | "onlineConfirmed" | "waitingCount"
  >[];
  /** Slug of the event that the page is about. */
  current: string;
  organise: boolean;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** Every date of a series for staff, and one button for all its drafts; nothing for an event on its own. */
export function SeriesTable({ rows, current, organise, proof }: SeriesTableProps) {
  if (rows.length === 0) return null;
  const drafts = rows.filter((event) => event.state === "draft").length;
  return (
    <>
      <SectionHead title="Dates of this series" />
      <Table
        caption="Dates of this series"
        captionHidden
        cards
        rows={rows}
        rowKey={(event) => event.slug}
        columns={[
          {
            header: "When",
            cell: ({ slug, startsAt }) =>
              slug === current ? (
                <strong>{dayAndClock(startsAt)} (this one)</strong>
              ) : (
                <a href={`/manage/events/${slug}`}>{dayAndClock(startsAt)}</a>
              ),
          },
          {
            header: "State",
            cell: ({ state }) => (
              <Tag colour={EVENT_STATES[state]?.colour}>{EVENT_STATES[state]?.text ?? state}</Tag>
            ),
          },
          {
            header: "Places taken",
            numeric: true,
            cell: (event) => event.confirmedPlaces + event.onlineConfirmed,
          },
          { header: "Waiting", numeric: true, cell: (event) => event.waitingCount },
        ]}
      />
      {organise && drafts > 0 && (
        <form method="post" action={`/manage/events/${current}/publish-series`}>
          {proof}
          <Button variant="secondary">Publish all the drafts</Button>
        </form>
      )}
    </>
  );
}
