import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { type Refused, summaryOf } from "~/ui/typed";
import { type EventChoices, EventFields } from "./EventFields";

type EventFormProps = Refused & {
  action: string;
  choices: EventChoices;
  save: string;
  /** Where to go without saving. */
  back: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
  /** For an event of a series: which of them the change is for. */
  scope?: ReactNode;
};

/** The order in which the form asks, so that what is wrong is listed from the top down. */
const ORDER = [
  ...["title", "summary", "description", "kind", "host", "startsLocal", "endsLocal", "mode", "venue"],
  ...["onlineLink", "dialIn", "neighbourhood", "activity", "audience", "registration", "capacity"],
  ...["onlineCapacity", "carersTakePlaces", "opensLocal", "closesLocal", "adjustLocal", "offerHours"],
  ...["reminders", "provided", "thanks"],
];

/** The parts of the form, for whoever comes to change one of them. */
const PARTS = [
  ["what", "What it is"],
  ["when", "When and where"],
  ["who", "Who it is for"],
  ["places", "Places"],
  ["there", "What is there"],
] as const;

/** What is wrong with the form, for the summary above it, from the top down. */
export function eventErrors(refused: Refused | undefined): { text: string; href?: string }[] {
  const position = ({ href = "" }) => ORDER.indexOf(href.slice(1));
  return summaryOf(refused).sort((a, b) => position(a) - position(b));
}

/** The whole form of an event. */
export function EventForm({ action, typed, fields, choices, save, back, proof, scope }: EventFormProps) {
  return (
    <form className="rh-narrow rh-parts" method="post" action={action} noValidate>
      {proof}
      <nav className="rh-jump" aria-label="Parts of this form">
        <ul>
          {PARTS.map(([id, words]) => (
            <li key={id}>
              <a href={`#${id}`}>{words}</a>
            </li>
          ))}
        </ul>
      </nav>
      <EventFields typed={typed} fields={fields} {...choices} />
      {scope}
      <ButtonRow>
        <Button>{save}</Button>
        <ButtonLink href={back} variant="secondary">
          Leave it as it is
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
