import { useTranslation } from "react-i18next";
import { namesOn } from "~/features/places/rules";
import { dayAndClock } from "~/platform/london";
import { SummaryList } from "~/ui/SummaryList";
import type { EventSeen } from "./read.server";
import { counted, KIND_WORDS, MODE_OF_SAVING, MODE_WORDS } from "./staff-words";

type EventPracticalProps = {
  seen: EventSeen;
  /** What people who are coming asked for, with how many bookings asked. */
  asked: readonly { need: string; n: number }[];
  /** The activity of the engagement plan that it belongs to. */
  partOf: { slug: string; title: string } | null;
};

/** Below the people of an event: what to have ready for them, and how it is set up. */
export function EventPractical({ seen, asked, partOf }: EventPracticalProps) {
  const { t } = useTranslation();
  const { event, venue, neighbourhood, host } = seen;
  return (
    <div className="rh-practical">
      {event.state === "published" && event.registration !== "none" && ready()}
      <section>
        <h2>How it is set up</h2>
        <SummaryList
          rows={[
            ...factsOf().map(([key, value]) => ({ key, value })),
            ...(partOf
              ? [
                  {
                    key: "Part of",
                    value: <a href={`/manage/engagement/${partOf.slug}`}>{partOf.title}</a>,
                  },
                ]
              : []),
          ]}
        />
      </section>
    </div>
  );

  function ready() {
    return (
      <section>
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
      </section>
    );
  }

  function factsOf(): [string, string][] {
    const facts: [string, string | null][] = [
      ["Kind", `${KIND_WORDS[event.kind]}, ${MODE_WORDS[event.mode].toLowerCase()}`],
      [
        "For",
        event.audience === "staff" ? "Only staff see it" : (neighbourhood?.name ?? "The whole borough"),
      ],
      ["Run by", host && namesOn(host, event.startsLocal.slice(0, 10)).name],
      ["Room", venue ? `${venue.name} holds ${venue.capacity}` : null],
      ["Link to join", event.onlineLink],
      ["By phone", event.dialIn],
      ["Places", MODE_OF_SAVING[event.registration].label],
      [
        "What helps is asked for",
        event.adjustBy ? `Until ${dayAndClock(event.adjustBy)}, and later if we can` : null,
      ],
      [
        "Reminders",
        event.reminders.map((days) => `${counted(days, "day", "days")} before`).join(", ") || null,
      ],
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
