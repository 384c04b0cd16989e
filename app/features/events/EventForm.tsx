import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import type { Refused } from "~/ui/typed";
import { type EventChoices, EventFields } from "./EventFields";

type EventFormProps = Refused & {
  action: string;
  choices: EventChoices;
  save: string;
  /** Where to go without saving. */
  back: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** The order in which the form asks, so that what is wrong is listed from the top down. */
const ORDER = [
  ...["title", "summary", "description", "kind", "host", "startsLocal", "endsLocal", "mode", "venue"],
  ...["onlineLink", "dialIn", "neighbourhood", "audience", "registration", "capacity", "carersTakePlaces"],
  ...["opensLocal", "closesLocal", "offerHours", "provided", "thanks"],
];

/** The whole form of an event, with what is wrong first. */
export function EventForm({ action, typed, fields, choices, save, back, proof }: EventFormProps) {
  const errors = Object.entries(fields)
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map(([name, [text = ""]]) => ({ text, href: `#${name}` }));
  return (
    <form className="rh-narrow rh-parts" method="post" action={action} noValidate>
      <ErrorSummary errors={errors} />
      {proof}
      <EventFields typed={typed} fields={fields} {...choices} />
      <ButtonRow>
        <Button>{save}</Button>
        <ButtonLink href={back} variant="secondary">
          Leave it as it is
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
