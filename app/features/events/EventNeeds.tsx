import { dayAndClock } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import type { listEventsWithNeeds } from "./read-needs.server";
import { counted } from "./staff-words";

type Row = Awaited<ReturnType<typeof listEventsWithNeeds>>[number];

/** Events with needs: what is open before them, and what is to be marked once they are over. */
export function EventNeeds({ events, now }: { events: readonly Row[]; now: Date }) {
  if (events.length === 0) return <p>Nobody who is coming to an event has asked for anything.</p>;
  return (
    <Table
      caption="Needs by event"
      captionHidden
      cards
      rows={events}
      rowKey={({ slug }) => slug}
      columns={[
        { header: "Event", cell: ({ slug, title }) => <a href={`/manage/events/${slug}/needs`}>{title}</a> },
        { header: "When", cell: ({ startsAt }) => dayAndClock(startsAt) },
        { header: "Needs", cell: ({ all }) => counted(all, "need", "needs") },
        { header: "To do", cell: (row) => toDo(row) },
      ]}
    />
  );

  function toDo({ startsAt, open, arranged }: Row) {
    const left = startsAt <= now ? open + arranged : open;
    if (left === 0) return "Nothing";
    return <Tag colour="yellow">{startsAt <= now ? `Mark ${left}` : `Arrange ${left}`}</Tag>;
  }
}
