import { useTranslation } from "react-i18next";
import { dayAndClock } from "~/platform/london";
import { Aside } from "~/ui/Aside";
import { isPalette } from "~/ui/palettes";
import type { EventSeen } from "./read.server";
import { counted, KIND_WORDS, MODE_WORDS } from "./staff-words";

type EventPracticalProps = {
  seen: EventSeen;
  /** What people who are coming asked for, with how many bookings asked. */
  asked: readonly { need: string; n: number }[];
};

/** Beside the staff page of an event: what to have ready, and how it is set up. */
export function EventPractical({ seen, asked }: EventPracticalProps) {
  const { t } = useTranslation();
  const { event, venue, neighbourhood, host } = seen;
  const palette = neighbourhood?.palette ?? "";
  return (
    <Aside
      label="What to have ready"
      palette={isPalette(palette) ? palette : "green"}
      seed={neighbourhood?.seed ?? 5}
    >
      <h2>What to have ready</h2>
      {asked.length === 0 ? (
        <p>Nobody who is coming has asked for anything.</p>
      ) : (
        <ul className="rh-list">
          {asked.map(({ need, n }) => (
            <li key={need}>
              {t(`needs.${need}`)}: <strong>{n}</strong>
            </li>
          ))}
        </ul>
      )}
      <h2>How it is set up</h2>
      <dl className="rh-pairs">
        {factsOf().map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </Aside>
  );

  function factsOf(): [string, string][] {
    const facts: [string, string | null][] = [
      ["Kind", `${KIND_WORDS[event.kind]}, ${MODE_WORDS[event.mode].toLowerCase()}`],
      [
        "For",
        event.audience === "staff" ? "Only staff see it" : (neighbourhood?.name ?? "The whole borough"),
      ],
      ["Run by", host?.name ?? null],
      ["Room", venue ? `${venue.name} holds ${venue.capacity}` : null],
      ["Link to join", event.onlineLink],
      ["By phone", event.dialIn],
      ["Booking opens", event.opensAt ? dayAndClock(event.opensAt) : "When it is published"],
      ["Booking closes", event.closesAt ? dayAndClock(event.closesAt) : "When it starts"],
      ["People who support someone", event.carersTakePlaces ? "Take a place" : "Take no place"],
      ["Offers are held for", `${counted(event.offerHours, "hour", "hours")} between 8am and 8pm`],
    ];
    const booked = ["Booking opens", "Booking closes", "People who support someone", "Offers are held for"];
    return facts.flatMap(([term, detail]): [string, string][] =>
      detail === null || (event.registration === "none" && booked.includes(term)) ? [] : [[term, detail]],
    );
  }
}
