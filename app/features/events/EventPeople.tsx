import { Details } from "~/ui/Details";
import { EmptyState } from "~/ui/EmptyState";
import { SectionHead } from "~/ui/SectionHead";
import { type PartyRow, PartyTable } from "./PartyTable";
import { byStanding } from "./parties";
import type { EventRow } from "./read.server";
import { counted } from "./staff-words";

type EventPeopleProps = {
  event: Pick<EventRow, "slug" | "state" | "registration">;
  parties: readonly PartyRow[];
  duplicates: readonly string[];
  seePeople: boolean;
};

/** Who is coming to an event, who waits, and who left; or why nobody stands here. */
export function EventPeople({ event, parties, duplicates, seePeople }: EventPeopleProps) {
  const { asking, coming, waiting, left } = byStanding(parties);
  if (event.state === "draft") {
    return (
      <EmptyState title="This is a draft">
        <p>Only staff see it. When you publish it, people can find it and save places.</p>
      </EmptyState>
    );
  }
  if (!seePeople) return <p>Your role shows you how many come, and not who.</p>;
  if (parties.length === 0) {
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
      {asking.length > 0 && (
        <>
          <SectionHead title="Waiting for your yes or no" />
          <PartyTable caption="Who asks to come" captionHidden rows={asking} duplicates={duplicates} />
        </>
      )}
      {event.state === "cancelled" ? (
        <p>Nobody has a place any more, because the event is cancelled.</p>
      ) : (
        <SectionHead
          title="Who is coming"
          link={
            coming.length > 0
              ? { href: `/manage/events/${event.slug}/print`, text: "List for the door" }
              : undefined
          }
        />
      )}
      {coming.length > 0 && (
        <PartyTable caption="Who is coming" captionHidden rows={coming} duplicates={duplicates} />
      )}
      {coming.length === 0 && event.state !== "cancelled" && <p>Nobody has a place.</p>}
      {waiting.length > 0 && (
        <>
          <SectionHead title="Waiting list, in order" />
          <PartyTable caption="Waiting list" captionHidden rows={waiting} duplicates={duplicates} />
        </>
      )}
      {left.length > 0 && (
        <Details
          className="rh-no-print"
          summary={`${counted(left.length, "booking has", "bookings have")} ended`}
        >
          <PartyTable caption="Ended bookings" captionHidden rows={left} duplicates={[]} />
        </Details>
      )}
    </>
  );
}
