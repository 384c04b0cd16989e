import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { KIND_WORDS } from "./criteria-form";
import { KINDS, MOST_CRITERIA } from "./rules";

type CriteriaFieldsProps = Pick<Refused, "typed" | "fields">;

/** The names of the fields of all criteria, in the order in which they stand. */
export const criteriaOrder = Array.from({ length: MOST_CRITERIA }, (_, at) =>
  ["label", "description", "weight", ...KINDS].map((name) => `${name}-${at + 1}`),
).flat();

/** Criteria with their weights, and beside them the weights that kinds of appraiser would have chosen. Empty ones are left out. */
export function CriteriaFields({ typed, fields }: CriteriaFieldsProps) {
  const rows = Array.from({ length: MOST_CRITERIA }, (_, at) => at + 1);
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return rows.map((n) => (
    <fieldset key={n} className="govuk-fieldset">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">Criterion {n}</legend>
      <TextInput {...field(`label-${n}`)} label={`Name of criterion ${n}`} width={30} />
      <Textarea {...field(`description-${n}`)} label={`What criterion ${n} means`} rows={2} />
      <div className="rh-pair">
        <TextInput
          {...field(`weight-${n}`)}
          label={`Weight of criterion ${n}`}
          inputMode="numeric"
          width={3}
        />
        {KINDS.map((kind) => (
          <TextInput
            key={kind}
            {...field(`${kind}-${n}`)}
            label={`${KIND_WORDS[kind]} would give (optional)`}
            inputMode="numeric"
            width={3}
          />
        ))}
      </div>
    </fieldset>
  ));
}
