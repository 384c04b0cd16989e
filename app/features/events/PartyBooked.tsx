import { dayAndClock } from "~/platform/london";
import { ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { PageHead } from "~/ui/PageHead";
import { Panel } from "~/ui/Panel";
import { Section } from "~/ui/Section";
import type { Party } from "./messages";
import { type CONTACT_WORDS, partyWords } from "./staff-words";

type PartyBookedProps = Pick<Party, "registration" | "participant"> & {
  event: { slug: string; title: string; startsAt: Date };
};

/** What to read out to a caller who has just been booked, and the way to the next one. */
export function PartyBooked({ registration, participant, event }: PartyBookedProps) {
  const waits = registration.state === "waiting";
  return (
    <>
      <PageHead
        title={waits ? "On the waiting list" : "Booked"}
        caption={`${event.title}, ${dayAndClock(event.startsAt)}`}
        back={{ href: `/manage/events/${event.slug}`, text: "Back to the event" }}
      />
      <Section tight>
        <Panel title={spelled(registration.reference)} headingLevel={2} className="rh-read-out">
          Read this reference out. <bdi>{participant.name}</bdi>, {partyWords(registration)}.
        </Panel>
        <p className="rh-lede">
          {waits
            ? "When a place comes up, it goes to the first who fits."
            : "They need nothing else: at the door, their name is enough."}{" "}
          {toldHow(participant.preferredContact)}
        </p>
        <ButtonRow>
          <ButtonLink href={`/manage/events/${event.slug}/book`} autoFocus>
            Book another
          </ButtonLink>
          <ButtonLink href={`/manage/registrations/${registration.id}/letter`} variant="secondary">
            Print a letter
          </ButtonLink>
          <a href={`/manage/registrations/${registration.id}`}>See the booking</a>
        </ButtonRow>
      </Section>
    </>
  );
}

/** Letter by letter, so that it is read out letter by letter too. */
function spelled(reference: string) {
  return <span className="rh-reference">{reference}</span>;
}

function toldHow(contact: keyof typeof CONTACT_WORDS): string {
  switch (contact) {
    case "email":
      return "They get an email with the link to their booking now.";
    case "phone":
      return "You ring them when something changes.";
    case "letter":
      return "A letter waits for you under Calls and letters.";
    default:
      return "They can ring us with the reference to change or cancel.";
  }
}
