import { dayAndClock } from "~/platform/london";
import { CardGrid } from "~/ui/CardGrid";
import { SummaryList } from "~/ui/SummaryList";
import type { Party } from "./messages";
import { CHANNEL_WORDS, PARTY_STATES, partyWords } from "./staff-words";

type Shown = Pick<Party, "registration" | "participant">;

/** Two bookings beside each other, so that a person can judge whether they are one. */
export function PartyPair({ first, second }: { first: Shown; second: Shown }) {
  return (
    <CardGrid size="fit">
      <One title={`First: ${first.registration.reference}`} shown={first} />
      <One title={`Second: ${second.registration.reference}`} shown={second} />
    </CardGrid>
  );
}

function One({ title, shown: { registration, participant } }: { title: string; shown: Shown }) {
  const reach = participant.email ?? participant.phone ?? "";
  return (
    <SummaryList
      card={{ title, headingLevel: 2 }}
      rows={[
        { key: "Name", value: <bdi>{participant.name}</bdi> },
        { key: "Contact", value: <bdi>{reach}</bdi> },
        { key: "People", value: partyWords(registration) },
        { key: "State", value: PARTY_STATES[registration.state]?.text },
        {
          key: "Booked",
          value: `${CHANNEL_WORDS[registration.channel]}, ${dayAndClock(registration.createdAt)}`,
        },
      ]}
    />
  );
}
