import { Checkboxes } from "~/ui/Checkboxes";
import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

type BoardFieldsProps = Refused & {
  wholeBorough: boolean;
  neighbourhoods: readonly { slug: string; name: string }[];
  activities: readonly { slug: string; title: string }[];
};

/** The order in which the form asks, so that what is wrong is listed from the top down. */
export const BOARD_ORDER: readonly string[] = [
  ...["title", "question", "decides", "canChange", "cannotChange", "houseRules", "support", "points"],
  ...["moderation", "asksLink", "findsAgreement", "neighbourhood", "activity"],
  ...["opensDay", "opensClock", "closesDay", "closesClock"],
];

/** The staff form of a board. */
export function BoardFields({ typed, fields, wholeBorough, neighbourhoods, activities }: BoardFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Fieldset legend="What people read first" legendSize="l">
        <TextInput {...field("title")} label="Title" hint="A few words, such as: Feeling well round here." />
        <TextInput {...field("question")} label="The question that you ask" />
        <Textarea
          {...field("decides")}
          label="Who decides what comes of the ideas, and when"
          hint="A role or a group, never a person’s name."
          rows={2}
        />
        <Textarea {...field("canChange")} label="What can change" hint="A line for each thing." rows={3} />
        <Textarea
          {...field("cannotChange")}
          label="What cannot change, and why"
          hint="Say it now, so that nobody is led on."
          rows={3}
        />
        <Textarea {...field("houseRules")} label="House rules" hint="A line for each rule." rows={6} />
      </Fieldset>
      <Fieldset legend="How people take part" legendSize="l">
        <Radios
          name="support"
          legend="How do people support ideas?"
          error={fields.support?.[0]}
          value={one(typed, "support")}
          items={[
            { value: "one", label: "Each person once an idea", hint: "For as many ideas as they like." },
            {
              value: "points",
              label: "Each person has a number of points for the whole board",
              hint: "Good where only a few ideas can be taken up.",
              conditional: (
                <TextInput
                  {...field("points")}
                  label="How many points"
                  width={3}
                  inputMode="numeric"
                  autoComplete="off"
                />
              ),
            },
            { value: "none", label: "Not at all", hint: "People post ideas and read those of others." },
          ]}
        />
        <Radios
          name="moderation"
          legend="When does a person read an idea?"
          error={fields.moderation?.[0]}
          value={one(typed, "moderation")}
          items={[
            {
              value: "after",
              label: "After it is shown",
              hint: "What may name somebody or sounds worrying waits for a person all the same.",
            },
            { value: "before", label: "Before it is shown", hint: "Somebody has to read each working day." },
          ]}
        />
        <Checkboxes
          name="asksLink"
          values={[one(typed, "asksLink")]}
          items={[
            {
              value: "yes",
              label: "Ask people to open a link in an email before their idea or support counts",
              hint: "Fewer people take part. Use it where much depends on the numbers.",
            },
          ]}
        />
        <Checkboxes
          name="findsAgreement"
          values={[one(typed, "findsAgreement")]}
          items={[
            {
              value: "yes",
              label: "Find out what people agree on",
              hint: "People mark short statements: agree, disagree or pass.",
            },
          ]}
        />
      </Fieldset>
      <Select
        {...field("neighbourhood")}
        label="Neighbourhood"
        items={[
          ...(wholeBorough ? [{ value: "", text: "The whole borough" }] : []),
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Select
        {...field("activity")}
        label="Part of an activity (optional)"
        items={[
          { value: "", text: "Of none" },
          ...activities.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
      />
      <Fieldset legend="When it is open" legendSize="l">
        <TextInput {...field("opensDay")} type="date" label="Opens on" width={10} />
        <TextInput {...field("opensClock")} type="time" label="at" width={5} />
        <TextInput {...field("closesDay")} type="date" label="Closes on" width={10} />
        <TextInput {...field("closesClock")} type="time" label="at" width={5} />
      </Fieldset>
    </>
  );
}

/** A board as its form would have been typed. */
export function typedBoard(board: {
  title: string;
  question: string;
  decides: string;
  canChange: string;
  cannotChange: string;
  houseRules: string;
  support: string;
  points: number | null;
  moderation: string;
  asksLink: boolean;
  findsAgreement: boolean;
}) {
  const { points, asksLink, findsAgreement } = board;
  const { title, question, decides, canChange, cannotChange, houseRules, support, moderation } = board;
  return {
    ...{ title, question, decides, canChange, cannotChange, houseRules, support, moderation },
    points: points === null ? "" : String(points),
    asksLink: asksLink ? "yes" : "",
    findsAgreement: findsAgreement ? "yes" : "",
  };
}
