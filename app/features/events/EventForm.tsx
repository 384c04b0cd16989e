import type { ReactNode } from "react";
import { Button, ButtonLink } from "~/ui/Button";
import { ButtonRow } from "~/ui/ButtonRow";
import { ErrorSummary } from "~/ui/ErrorSummary";
import { type EventChoices, EventFields, type EventTyped } from "./EventFields";

type EventFormProps = {
  action: string;
  typed: EventTyped;
  fields: Record<string, string[]>;
  choices: EventChoices;
  save: string;
  /** Where to go without saving. */
  back: string;
  /** The hidden proof that every form carries. */
  proof: ReactNode;
};

/** The whole form of an event, with what is wrong first. */
export function EventForm({ action, typed, fields, choices, save, back, proof }: EventFormProps) {
  const errors = Object.entries(fields).map(([name, [text = ""]]) => ({ text, href: `#${name}` }));
  return (
    <form className="rh-form rh-form--parts" method="post" action={action} noValidate>
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
