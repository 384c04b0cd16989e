import { CardGrid } from "~/ui/CardGrid";
import { StatTile } from "~/ui/StatTile";
import type { EventRow } from "./read.server";
import type { PartyCounts } from "./read-staff.server";
import { excessOf, placesLeft } from "./rules";
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
        note={`${counted(counts.confirmed.places, "place", "places")} of ${event.capacity} taken, in ${counted(counts.confirmed.parties, "booking", "bookings")}`}
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
          note={apart(event)}
        />
      )}
      <StatTile
        icon="sun"
        tone="sun"
        number={counts.waiting.parties}
        label={counts.waiting.parties === 1 ? "booking waits" : "bookings wait"}
        note={
          counts.waiting.parties > 0
            ? `for ${counted(counts.waiting.places, "place", "places")}`
            : "Nobody waits"
        }
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
}

function apart(event: { heldPlaces: number; keptPlaces: number }): string {
  const parts = [
    event.heldPlaces > 0 && `${event.heldPlaces} offered and held`,
    event.keptPlaces > 0 && `${event.keptPlaces} kept for a larger party`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "None held or kept";
}
