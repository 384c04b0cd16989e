import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { AboutFields, type CommitmentChoices } from "./CommitmentFields";
import { DueFields } from "./DueFields";
import { OwnerFields } from "./OwnerFields";
import type { StaffAct } from "./staff-words";

type ActFieldsProps = Refused & {
  act: StaffAct;
  choices: CommitmentChoices;
  /** Whether the commitment was said in words and is subject to something: only then can these be corrected. */
  has: { sourceWords: boolean; condition: boolean };
};

/** The order in which each form asks. */
export const ACT_ORDER: readonly string[] = [
  ...["said", "sourceWords", "sourceLink", "condition", "conditionState", "organisation", "role", "email"],
  ...["dueDay", "precision", "day", "link", "words", "done", "neighbourhood", "themes"],
];

/** The fields of one act on a commitment. */
export function ActFields({ act, typed, fields, choices, has }: ActFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  const radios = (name: string) => ({ name, error: fields[name]?.[0], value: one(typed, name) });
  const reason = (label: string) => (
    <Textarea {...field("words")} label={label} hint="Everyone can read it. No names of people." rows={3} />
  );
  const on = (label: string) => <TextInput {...field("day")} type="date" label={label} width={10} />;
  switch (act) {
    case "owner":
      return (
        <>
          <OwnerFields typed={typed} fields={fields} organisations={choices.organisations} />
          {reason("Why it changes (optional)")}
        </>
      );
    case "date":
      return (
        <>
          <DueFields typed={typed} fields={fields} label="The new date" />
          {on("Agreed on")}
          {reason("Why the date changes")}
        </>
      );
    case "condition":
      return (
        <>
          <Radios
            {...radios("conditionState")}
            legend="Did it come about?"
            inline
            items={[
              { value: "met", label: "Yes" },
              { value: "not_met", label: "No" },
            ]}
          />
          {on("On which day?")}
          {reason("How one can tell")}
        </>
      );
    case "evidence":
      return (
        <>
          {reason("What was done")}
          <TextInput {...field("link")} type="url" label="Where to see it on the web (optional)" />
          {on("Done on")}
          <Radios
            {...radios("done")}
            legend="Is the commitment done with this?"
            inline
            items={[
              { value: "yes", label: "Yes, it is done" },
              { value: "no", label: "Not yet: this is a part" },
            ]}
          />
        </>
      );
    case "correct":
      return (
        <>
          <Textarea {...field("said")} label="The words as they were said" />
          {has.sourceWords && (
            <>
              <TextInput {...field("sourceWords")} label="Said in" />
              <TextInput {...field("sourceLink")} type="url" label="Where that can be read (optional)" />
            </>
          )}
          {has.condition && <Textarea {...field("condition")} label="Subject to" rows={2} />}
          <AboutFields typed={typed} fields={fields} {...choices} />
          {reason("What was wrong")}
          <Checkboxes
            name="hide"
            legend="What it said before"
            values={[one(typed, "hide")]}
            items={[
              {
                value: "yes",
                label: "It named a person: don’t keep it",
                hint: "Otherwise it stays in the history, for everyone to read.",
              },
            ]}
          />
        </>
      );
    default:
      return reason(act === "withdraw" ? "Why it will not be kept" : "Why it is not done");
  }
}
