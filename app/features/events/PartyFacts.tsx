import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Remembered } from "~/features/people/read-remembered.server";
import { dayAndClock } from "~/platform/london";
import { SummaryList } from "~/ui/SummaryList";
import type { Party } from "./messages";
import { NEED_STATES, type NeedTold } from "./need-words";
import { CHANNEL_WORDS, CONTACT_WORDS, counted, ENDED_WORDS, HERE_AS_WORDS, partyWords } from "./staff-words";

type PartyFactsProps = Pick<Party, "registration" | "participant"> & {
  event: { title: string; slug: string; startsAt: Date };
  needs: readonly NeedTold[];
  remembered: Remembered | null;
  chosen: readonly { session: { title: string }; state: string }[];
};

const sessionWords = (title: string, state: string) => (state === "waiting" ? `${title} (waiting)` : title);

/** Everything we hold about one booking; what there is nothing of is left out. */
export function PartyFacts({ registration, participant, event, needs, remembered, chosen }: PartyFactsProps) {
  const { t } = useTranslation();
  const reach = [participant.email, participant.phone, participant.address].find(Boolean);
  const words = [...needs.map(needWords), registration.language, registration.needsDetail];
  const kept = remembered?.needs.map(({ need }) => t(`remember.needs.${need}`)).join(", ");
  const rows: [string, ReactNode][] = [
    [
      "Event",
      <a
        key="event"
        href={`/manage/events/${event.slug}`}
      >{`${event.title}, ${dayAndClock(event.startsAt)}`}</a>,
    ],
    ["People", `${partyWords(registration)} (${counted(registration.places, "place", "places")})`],
    ["Takes part", registration.attending === "online" ? "Online" : null],
    ["Chose", chosen.map(({ session, state }) => sessionWords(session.title, state)).join(", ")],
    ["Payment for their time", registration.wantsPayment ? "Would like it, and read the advice" : null],
    ["What would help", words.filter(Boolean).join(", ") || "Nothing asked for"],
    [
      "What we remember",
      participant.name && (
        <a key="remembered" href={`/manage/needs/people/${participant.id}`}>
          {kept || "Nothing"}
        </a>
      ),
    ],
    [
      "Told by",
      <bdi key="reach">
        {[CONTACT_WORDS[participant.preferredContact], reach].filter(Boolean).join(": ")}
      </bdi>,
    ],
    ["If a place comes up", registration.promote === "ask" ? "Ask them first" : "Book them in"],
    ["Here as", [HERE_AS_WORDS[participant.kind], participant.organisation].filter(Boolean).join(", ")],
    ["Says they live", participant.ownPlace],
    ["Helper", [registration.helperName, registration.helperContact].filter(Boolean).join(", ")],
    ["Booked", `${CHANNEL_WORDS[registration.channel]}, ${dayAndClock(registration.createdAt)}`],
    ["Ended", registration.ended && endedWords()],
    ["Because", registration.approvalReason],
  ];
  return (
    <SummaryList rows={rows.filter(([, value]) => Boolean(value)).map(([key, value]) => ({ key, value }))} />
  );

  function needWords({ need, state }: NeedTold) {
    const name = t(`needs.${need}`);
    return state ? `${name} (${NEED_STATES[state].text.toLowerCase()})` : name;
  }

  function endedWords() {
    const why = ENDED_WORDS[registration.ended ?? ""];
    return registration.endedAt ? `${why}, ${dayAndClock(registration.endedAt)}` : why;
  }
}
