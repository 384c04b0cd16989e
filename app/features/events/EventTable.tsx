import { clock, longDay } from "~/platform/london";
import { Table } from "~/ui/Table";
import { Tag } from "~/ui/Tag";
import { Tags } from "~/ui/Tags";
import type { EventSeen } from "./read.server";
import type { DIRECTIONS, SORTS } from "./read-staff-list.server";
import { excessOf } from "./rules";
import { EVENT_STATES, ONLY_STAFF } from "./staff-words";

type EventTableProps = {
  caption: string;
  captionHidden?: boolean;
  events: readonly EventSeen[];
  /** How the list is sorted, and the address that sorts it by a column; left out where it has one order. */
  sorting?: {
    by: (typeof SORTS)[number];
    direction: (typeof DIRECTIONS)[number];
    href: (by: (typeof SORTS)[number]) => string;
  };
};

/** Events as staff look for them: when, where, and how full. */
export function EventTable({ caption, captionHidden, events, sorting }: EventTableProps) {
  const sort = (by: (typeof SORTS)[number]) =>
    sorting && { href: sorting.href(by), direction: sorting.by === by ? sorting.direction : undefined };
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      cards
      rows={events}
      rowKey={({ event }) => event.id}
      columns={[
        {
          header: "Event",
          sort: sort("title"),
          cell: titleOf,
        },
        {
          header: "When",
          sort: sort("when"),
          cell: ({ event }) => (
            <>
              <span className="rh-one-line">{longDay(event.startsAt)},</span>{" "}
              <span className="rh-one-line">{clock(event.startsAt)}</span>
            </>
          ),
        },
        { header: "Where", cell: whereOf },
        { header: "Places taken", numeric: true, sort: sort("taken"), cell: takenOf },
        {
          header: "Waiting",
          numeric: true,
          sort: sort("waiting"),
          cell: ({ event }) => (event.registration === "none" ? "–" : event.waitingCount),
        },
      ]}
    />
  );
}

/** What is published needs no word; what is not says so below its title. */
function titleOf({ event }: EventSeen) {
  const state = event.state === "published" ? null : EVENT_STATES[event.state];
  return (
    <>
      <a href={`/manage/events/${event.slug}`}>{event.title}</a>
      {(state || event.audience === "staff") && (
        <Tags items={[...(state ? [state] : []), ...(event.audience === "staff" ? [ONLY_STAFF] : [])]} />
      )}
    </>
  );
}

function whereOf({ venue, neighbourhood }: EventSeen) {
  const area = neighbourhood?.name ?? "Whole borough";
  return `${venue?.name ?? "Online"}, ${area}`;
}

function takenOf({ event }: EventSeen) {
  if (event.registration === "none") return "No booking";
  const taken = event.confirmedPlaces + event.heldPlaces;
  const excess = excessOf(event);
  return (
    <>
      {taken} of {event.capacity}
      {excess > 0 && (
        <>
          {" "}
          <Tag colour="orange">{excess} over</Tag>
        </>
      )}
    </>
  );
}
