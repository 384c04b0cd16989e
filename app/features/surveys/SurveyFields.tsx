import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

type SurveyFieldsProps = Refused & {
  wholeBorough: boolean;
  neighbourhoods: readonly { slug: string; name: string }[];
  /** Published surveys that this one can be compared with. */
  earlier: readonly { slug: string; title: string }[];
};

/** The order in which the form asks, so that what is wrong is listed from the top down. */
export const SURVEY_ORDER: readonly string[] = [
  ...["title", "summary", "purpose", "intro", "minutes", "whoSees", "whatNext", "anonymity"],
  ...["neighbourhood", "previous", "opensDay", "opensClock", "closesDay", "closesClock", "most"],
];

/** The staff form of what a survey says about itself. */
export function SurveyFields({ typed, fields, wholeBorough, neighbourhoods, earlier }: SurveyFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Fieldset legend="What people read first" legendSize="l">
        <TextInput {...field("title")} label="Title" hint="What it asks about, in words anyone would use." />
        <Textarea {...field("summary")} label="In one or two sentences" hint="Stands in lists." rows={2} />
        <Textarea {...field("purpose")} label="Why you ask, and what the answers are for" rows={3} />
        <Textarea {...field("intro")} label="Who can answer, and what they need to know before" rows={3} />
        <TextInput {...field("minutes")} label="Minutes it takes" width={3} inputMode="numeric" />
        <Textarea {...field("whoSees")} label="Who sees the answers" rows={2} />
        <Textarea {...field("whatNext")} label="What happens next, and when" rows={2} />
      </Fieldset>
      <Radios
        name="anonymity"
        legend="Do answers stand beside a name?"
        error={fields.anonymity?.[0]}
        value={one(typed, "anonymity")}
        items={[
          {
            value: "anonymous",
            label: "No: nobody can tell who answered what",
            hint: "Nothing is kept that leads to a person, and nothing can be changed or deleted later.",
          },
          {
            value: "linked",
            label: "Yes: people say who they are first",
            hint: "They are told so before the first question, and can be sent a link to come back.",
          },
        ]}
      />
      <Select
        {...field("neighbourhood")}
        label="Neighbourhood"
        items={[
          ...(wholeBorough ? [{ value: "", text: "The whole borough" }] : []),
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      {earlier.length > 0 && (
        <Select
          {...field("previous")}
          label="Were the same questions asked before?"
          hint="Then the results of both are compared, question by question."
          items={[
            { value: "", text: "No" },
            ...earlier.map(({ slug, title }) => ({ value: slug, text: title })),
          ]}
        />
      )}
      <Fieldset legend="When it is open" legendSize="l">
        <TextInput {...field("opensDay")} type="date" label="Opens on" width={10} />
        <TextInput {...field("opensClock")} type="time" label="at" width={5} />
        <TextInput {...field("closesDay")} type="date" label="Closes on" width={10} />
        <TextInput {...field("closesClock")} type="time" label="at" width={5} />
        <TextInput
          {...field("most")}
          label="Responses at most (optional)"
          hint="Only where there is a reason. The limit is a number, never who people are."
          width={5}
          inputMode="numeric"
        />
      </Fieldset>
    </>
  );
}
