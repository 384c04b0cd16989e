import { CardGrid } from "~/ui/CardGrid";
import { StatTile } from "~/ui/StatTile";
import { isSplit, leftIn } from "./pools";
import type { EventRow } from "./read.server";
import type { PartyCounts } from "./read-staff-parties.server";
import { excessOf, placesInAll, placesLeft } from "./rules";
import { counted, ENDED_WORDS } from "./staff-words";

type EventCountsProps = { event: Omit<EventRow, "onlineLink" | "dialIn">; counts: PartyCounts };

/** How full an event is: places taken, held, kept and free, who waits, and who left. */
export function EventCounts({ event, counts }: EventCountsProps) {
  const excess = excessOf(event);
  const left = counts.left.reduce((n, one) => n + one.parties, 0);
  return (
    <CardGrid size="stats">
      <StatTile
        icon="people"
        number={counts.confirmed.people}
        label={counts.confirmed.people === 1 ? "person is coming" : "people are coming"}
        note={`${counted(counts.confirmed.places, "place", "places")} of ${placesInAll(event)} taken, in ${counted(counts.confirmed.parties, "booking", "bookings")}`}
      />
      {excess > 0 ? (
        <StatTile
          icon="cross"
          tone="blush"
          number={excess}
          label={excess === 1 ? "place too many taken" : "places too many taken"}
          note="After a cut. Nobody loses a place; free places show again when it is made up."
        />
      ) : (
        <StatTile
          icon="house"
          tone="sky"
          number={placesLeft(event)}
          label={placesLeft(event) === 1 ? "place free" : "places free"}
          note={[split(), apart(event)].filter(Boolean).join(". ")}
        />
      )}
      <StatTile
        icon="sun"
        tone="sun"
        number={counts.waiting.parties}
        label={counts.waiting.parties === 1 ? "booking waits" : "bookings wait"}
        note={waitingNote()}
      />
      <StatTile
        icon="leaf"
        tone="blush"
        number={left}
        label={left === 1 ? "booking ended" : "bookings ended"}
        note={counts.left.map((one) => `${ENDED_WORDS[one.reason]}: ${one.parties}`).join(". ") || undefined}
      />
    </CardGrid>
  );

  function split(): string | null {
    if (!isSplit(event)) return null;
    return `${leftIn(event, "room")} in the room, ${leftIn(event, "online")} online`;
  }

  /** Requests without an answer are waiting too, and are in no queue. */
  function waitingNote(): string {
    if (event.askedCount > 0)
      return `${counted(event.askedCount, "of them asks", "of them ask")} to come, and nobody has answered`;
    return counts.waiting.parties > 0
      ? `for ${counted(counts.waiting.places, "place", "places")}`
      : "Nobody waits";
  }
}

type Held = { heldPlaces: number; keptPlaces: number; onlineHeld: number; onlineKept: number };

function apart(event: Held): string {
  const [held, kept] = [event.heldPlaces + event.onlineHeld, event.keptPlaces + event.onlineKept];
  const parts = [
    held > 0 && `${held} offered and held`,
    kept > 0 && `${kept} kept for a larger party`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "None held or kept";
}
