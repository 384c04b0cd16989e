import type { Kind, Question, SurveySection } from "~/db/tables/surveys-documents";
import { Checkboxes } from "~/ui/Checkboxes";
import { Fieldset } from "~/ui/Fieldset";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { RuleFields } from "./RuleFields";

type QuestionFieldsProps = Refused & {
  kind: Kind;
  /** Questions that stand before it: rules ask about these. */
  before: readonly Pick<Question, "key" | "title" | "kind">[];
  sections: readonly Pick<SurveySection, "key" | "title">[];
};

/** The order in which the form asks. */
export const QUESTION_ORDER: readonly string[] = [
  ...[
    "title",
    "hint",
    "options",
    "rows",
    "most",
    "scaleFrom",
    "scaleTo",
    "least",
    "greatest",
    "breakdown",
    "section",
  ],
];

const LISTING: readonly Kind[] = ["single", "multiple", "rank", "grid"];

/** The staff form of one question of a kind. */
export function QuestionFields({ kind, before, sections, typed, fields }: QuestionFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  const tick = (name: string, label: string, hint?: string) => ({
    value: "yes",
    label,
    hint,
    name,
    id: name,
    checked: one(typed, name) === "yes",
  });
  const asks = kind !== "information";
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <Textarea
        {...field("title")}
        label={asks ? "The question" : "The heading"}
        hint="{{key}} puts the answer to an earlier question in; {{key|words}} says what stands there without one."
        rows={2}
      />
      <Textarea {...field("hint")} label={asks ? "Hint (optional)" : "The text"} rows={asks ? 2 : 6} />
      {LISTING.includes(kind) && (
        <Textarea
          {...field("options")}
          label={kind === "grid" ? "Columns, one a line" : "Answers, one a line"}
          hint="Words before a stroke are the key that results are counted by: change the words after it as you like."
          rows={6}
        />
      )}
      {kind === "grid" && <Textarea {...field("rows")} label="Rows, one a line" rows={5} />}
      {(kind === "multiple" || kind === "rank") && (
        <TextInput {...field("most")} label="How many at most? (optional)" width={3} inputMode="numeric" />
      )}
      {kind === "scale" && (
        <Fieldset legend="The scale" legendSize="m">
          <TextInput {...field("scaleFrom")} label="First step" width={3} inputMode="numeric" />
          <TextInput {...field("fromLabel")} label="What the first step means" />
          <TextInput {...field("scaleTo")} label="Last step" width={3} inputMode="numeric" />
          <TextInput {...field("toLabel")} label="What the last step means" />
        </Fieldset>
      )}
      {kind === "number" && (
        <Fieldset legend="The number" legendSize="m">
          <TextInput
            {...field("unit")}
            label="What it counts (optional)"
            hint="Such as: minutes."
            width={10}
          />
          <TextInput {...field("least")} label="Least (optional)" width={5} inputMode="numeric" />
          <TextInput {...field("greatest")} label="Most (optional)" width={5} inputMode="numeric" />
          <Checkboxes name="whole" small items={[tick("whole", "Whole numbers only")]} />
        </Fieldset>
      )}
      {asks && (
        <Checkboxes
          name="ways"
          legend="How it can be answered"
          small
          error={fields.breakdown?.[0]}
          items={[
            tick("required", "It has to be answered", "Only where the rest makes no sense without it."),
            tick("preferNot", "Offer “Prefer not to say”"),
            ...(kind === "single" || kind === "multiple" ? [tick("other", "Offer “Other, please say”")] : []),
            ...(kind === "single" || kind === "scale"
              ? [tick("breakdown", "Results may be told apart by it", "Three questions of a survey at most.")]
              : []),
          ]}
        />
      )}
      <Fieldset legend="Where it stands" legendSize="m">
        {sections.length > 0 && (
          <Select
            {...field("section")}
            label="Part of the survey"
            items={[
              { value: "", text: "In no part" },
              ...sections.map(({ key, title }) => ({ value: key, text: title })),
            ]}
          />
        )}
        <Checkboxes
          name="page"
          small
          items={[tick("withPrevious", "On the same page as the question before")]}
        />
      </Fieldset>
      <RuleFields before={before} typed={typed} fields={fields} />
    </>
  );
}
