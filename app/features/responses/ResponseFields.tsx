import { plainDay } from "~/platform/london";
import { Checkboxes } from "~/ui/Checkboxes";
import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { atNoon } from "./promise";
import { KIND_WORDS, KINDS, MOST, PRECISIONS } from "./rules";

const KIND_HINTS = {
  did: "Needs what was done, when, and where to see it.",
  cannot: "Needs the reason.",
  doing: "Under way now.",
  not_ours: "Needs the reason, and whom you passed it to.",
  will: "Needs a date. Publishing it opens a commitment in the public register.",
  need_info: "Ask for what you need, in the answer.",
} as const;

const PRECISION_WORDS = {
  day: "That day",
  month: "The end of that month",
  quarter: "The end of that financial quarter",
  year: "The end of that financial year",
} as const;

/** What staff choose from when they answer. */
export type ResponseChoices = {
  organisations: readonly { slug: string; name: string }[];
  neighbourhoods: readonly { slug: string; name: string }[];
  themes: readonly { slug: string; plainLabel: string }[];
  commitments: readonly { id: string; number: number; said: string; dueDay: string | null }[];
};

/** The fields of an answer in the order in which its errors are listed. */
export const RESPONSE_ORDER = [
  "said",
  "kind",
  "text",
  "reason",
  "passedTo",
  "evidence",
  "evidenceDay",
  "evidenceWhere",
  "dueDay",
  "commitment",
  "ownerRole",
  "organisation",
  "neighbourhood",
  "why",
] as const;

/** An official answer as it is written. `kind`: only its words are corrected, the kind stays. */
export function ResponseFields({
  typed,
  fields,
  choices,
  kind,
}: Refused & { choices: ResponseChoices; kind?: (typeof KINDS)[number] }) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  const asks = (...kinds: string[]) => !kind || kinds.includes(kind);
  return (
    <>
      <Textarea
        {...field("said")}
        label="What was said"
        hint="As anyone may read it: no names, nothing that shows who said it."
        rows={2}
        maxLength={MOST.said}
      />
      {!kind && (
        <Radios
          name="kind"
          legend="What is the answer?"
          error={fields.kind?.[0]}
          value={one(typed, "kind")}
          items={KINDS.map((value) => ({ value, label: KIND_WORDS[value], hint: KIND_HINTS[value] }))}
        />
      )}
      <Textarea
        {...field("text")}
        label="The answer"
        hint="Plain words and short sentences. Everyone can read it."
        rows={5}
        maxLength={MOST.text}
      />
      {asks("cannot", "not_ours") && (
        <Textarea {...field("reason")} label="If it is a no: why?" rows={3} maxLength={MOST.reason} />
      )}
      {asks("not_ours") && (
        <TextInput {...field("passedTo")} label="If it is not ours: whom was it passed to?" />
      )}
      {asks("did") && (
        <Fieldset legend="If it was done: what shows it">
          <Textarea {...field("evidence")} label="What was done" rows={2} maxLength={MOST.note} />
          <TextInput {...field("evidenceDay")} type="date" label="The day on which it was done" />
          <TextInput
            {...field("evidenceWhere")}
            label="Where it can be seen"
            hint="A place, or a link that starts with https://"
          />
        </Fieldset>
      )}
      {!kind && (
        <Fieldset legend="If it will be done: by when">
          <TextInput {...field("dueDay")} type="date" label="By which day" />
          <Select
            name="duePrecision"
            label="How exactly do you know?"
            defaultValue={one(typed, "duePrecision", "day")}
            items={PRECISIONS.map((value) => ({ value, text: PRECISION_WORDS[value] }))}
          />
          <Textarea
            {...field("condition")}
            label="What it depends on, if anything"
            rows={2}
            maxLength={500}
          />
          {choices.commitments.length > 0 && (
            <Select
              {...field("commitment")}
              label="Or is it promised already?"
              hint="Then the answer points to that commitment and takes its date."
              items={[
                { value: "", text: "No: open a new commitment" },
                ...choices.commitments.map(({ id, number, said, dueDay }) => ({
                  value: id,
                  text: `${number}. ${said.slice(0, 80)}${dueDay ? `, by ${plainDay(atNoon(dueDay))}` : ""}`,
                })),
              ]}
            />
          )}
        </Fieldset>
      )}
      <TextInput
        {...field("ownerRole")}
        label="Which role answers for it?"
        hint="A role, such as Head of Highways. Never a person’s name: people move on."
      />
      <Select
        {...field("organisation")}
        label="In which organisation?"
        items={[
          { value: "", text: "Choose" },
          ...choices.organisations.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      {!kind && (
        <>
          <Select
            {...field("neighbourhood")}
            label="Which neighbourhood is it about?"
            items={[
              { value: "", text: "The whole borough" },
              ...choices.neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
            ]}
          />
          <Checkboxes
            name="themes"
            legend="What is it about?"
            values={[typed.themes ?? []].flat()}
            small
            items={choices.themes.map(({ slug, plainLabel }) => ({ value: slug, label: plainLabel }))}
          />
        </>
      )}
    </>
  );
}
