import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";
import { SectionHead } from "~/ui/SectionHead";
import { type PartyRow, PartyTable } from "./PartyTable";
import type { EventRow } from "./read.server";
import type { Standing } from "./read-registrations.server";
import { counted } from "./staff-words";

/** A page of bookings, and the number to go on after. */
type PartyList = { parties: readonly PartyRow[]; more: number | null };

type EventPeopleProps = {
  event: Pick<EventRow, "slug" | "state" | "registration">;
  /** One page of each list; null where another list alone is looked at. */
  lists: Record<Standing, PartyList | null>;
  /** Bookings that have ended, in all. */
  left: number;
  seePeople: boolean;
};

/** Who is coming to an event, who waits, and who left; or why nobody stands here. */
export function EventPeople({ event, lists, left, seePeople }: EventPeopleProps) {
  const isOne = lists.coming === null || lists.left !== null;
  if (event.state === "draft") {
    return (
      <EmptyState title="This is a draft">
        <p>Only staff see it. When you publish it, people can find it and save places.</p>
      </EmptyState>
    );
  }
  if (!seePeople) return <p>Your role shows you how many come, and not who.</p>;
  const nobody =
    !isOne && [lists.asking, lists.coming, lists.waiting].every((list) => list?.parties.length === 0);
  if (nobody && left === 0) {
    return (
      <EmptyState title={event.registration === "none" ? "People just come" : "Nobody has booked yet"}>
        <p>
          {event.registration === "none"
            ? "There are no places to save at this event."
            : "Bookings stand here as they come in, online or through you."}
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      {isOne && (
        <p>
          <a href={`/manage/events/${event.slug}`}>Everyone at this event</a>
        </p>
      )}
      {lists.asking && part("asking", "Waiting for your yes or no", "Who asks to come", lists.asking)}
      {lists.coming && comingList(lists.coming)}
      {lists.waiting && part("waiting", "Waiting list, in order", "Waiting list", lists.waiting)}
      {lists.left && part("left", "Ended bookings", "Ended bookings", lists.left)}
      {!isOne && left > 0 && (
        <p className="rh-no-print">
          <a href={`/manage/events/${event.slug}?list=left`}>
            {counted(left, "booking has", "bookings have")} ended
          </a>
        </p>
      )}
    </>
  );

  function comingList(list: PartyList) {
    if (event.state === "cancelled")
      return <p>Nobody has a place any more, because the event is cancelled.</p>;
    const some = list.parties.length > 0;
    return (
      <>
        <SectionHead
          title="Who is coming"
          link={some ? { href: `/manage/events/${event.slug}/print`, text: "List for the door" } : undefined}
        />
        {some ? (
          <PartyTable caption="Who is coming" captionHidden rows={list.parties} />
        ) : (
          <p>Nobody has a place.</p>
        )}
        {pages("coming", list)}
      </>
    );
  }

  function part(standing: Standing, title: string, caption: string, list: PartyList) {
    if (list.parties.length === 0) return null;
    return (
      <>
        <SectionHead title={title} />
        <PartyTable caption={caption} captionHidden rows={list.parties} />
        {pages(standing, list)}
      </>
    );
  }

  function pages(standing: Standing, { more }: PartyList) {
    if (more === null) return null;
    const href = `/manage/events/${event.slug}?list=${standing}&after=${more}`;
    return <Pagination next={{ href }} label={`More of this list: ${standing}`} />;
  }
}
