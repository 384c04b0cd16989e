import { Checkboxes } from "~/ui/Checkboxes";
import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused, type Typed } from "~/ui/typed";
import { DueFields } from "./DueFields";
import { OwnerFields } from "./OwnerFields";
import { KINDS, SOURCES } from "./rules";
import { KIND_WORDS, SOURCE_WORDS } from "./staff-words";

/** What can be chosen from. */
export type CommitmentChoices = {
  organisations: readonly { slug: string; name: string }[];
  neighbourhoods: readonly { slug: string; name: string }[];
  themes: readonly { slug: string; label: string }[];
};

/** The order in which the form asks, so that what is wrong is listed from the top down. */
export const COMMITMENT_ORDER: readonly string[] = [
  ...["said", "from", "sourceWords", "sourceLink", "madeDay", "kind", "dueDay", "precision", "condition"],
  ...["organisation", "role", "email", "neighbourhood", "themes"],
];

const valuesOf = (typed: Typed, name: string): string[] => {
  const value = typed[name] ?? [];
  return Array.isArray(value) ? value : [value];
};

/** The staff form of a new commitment. */
export function CommitmentFields({ typed, fields, ...choices }: CommitmentChoices & Refused) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Fieldset legend="What was said, and where" legendSize="l">
        <Textarea
          {...field("said")}
          label="The words as they were said"
          hint="Everyone reads them, for good. No names of people."
        />
        <Select
          {...field("from")}
          label="Said in"
          items={SOURCES.map((value) => ({ value, text: SOURCE_WORDS[value] }))}
        />
        <TextInput
          {...field("sourceWords")}
          label="Where exactly"
          hint="Such as: Scrutiny Committee, minutes of 17 June 2025, paragraph 14."
        />
        <TextInput {...field("sourceLink")} type="url" label="Where that can be read (optional)" />
        <TextInput {...field("madeDay")} type="date" label="Said on" width={10} />
      </Fieldset>
      <Fieldset legend="By when" legendSize="l">
        <Radios
          name="kind"
          legend="Kind of commitment"
          small
          error={fields.kind?.[0]}
          value={one(typed, "kind")}
          items={KINDS.map((value) => ({ value, ...KIND_WORDS[value] }))}
        />
        <DueFields typed={typed} fields={fields} label="Due by (only with “By a date”)" />
        <Textarea {...field("condition")} label="Subject to (optional)" rows={2} />
      </Fieldset>
      <Fieldset legend="Who owns it" legendSize="l">
        <OwnerFields typed={typed} fields={fields} organisations={choices.organisations} />
      </Fieldset>
      <Fieldset legend="Where, and about what" legendSize="l">
        <AboutFields typed={typed} fields={fields} {...choices} />
      </Fieldset>
    </>
  );
}

/** The place and the themes of a commitment. */
export function AboutFields({ typed, fields, neighbourhoods, themes }: CommitmentChoices & Refused) {
  return (
    <>
      <Select
        name="neighbourhood"
        label="Neighbourhood"
        error={fields.neighbourhood?.[0]}
        defaultValue={one(typed, "neighbourhood")}
        items={[
          { value: "", text: "The whole borough" },
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Checkboxes
        name="themes"
        legend="Themes (optional)"
        small
        values={valuesOf(typed, "themes")}
        items={themes.map(({ slug, label }) => ({ value: slug, label }))}
      />
    </>
  );
}
