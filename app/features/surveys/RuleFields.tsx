import type { Question } from "~/db/tables/surveys-documents";
import { Fieldset } from "~/ui/Fieldset";
import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { TESTS } from "./questionnaire";
import { CONDITIONS } from "./schema";
import { TEST_WORDS } from "./staff-words";

type RuleFieldsProps = Refused & {
  /** Questions that stand before it: rules ask about these. */
  before: readonly Pick<Question, "key" | "title" | "kind">[];
};

/** So many conditions are offered where there are no more yet. */
const OFFERED = 4;

/** The part of a staff form that says who is asked; nothing where no question stands before. */
export function RuleFields({ before, typed, fields }: RuleFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  if (before.length === 0) return null;
  return (
    <Fieldset legend="Who is asked?" legendSize="m">
      <p>Leave this empty to ask everyone. Choose “No condition” to take one away.</p>
      <Radios
        name="match"
        legend="When there are several conditions"
        small
        value={one(typed, "match", "all")}
        items={[
          { value: "all", label: "All of them must hold" },
          { value: "any", label: "One of them is enough" },
        ]}
      />
      {CONDITIONS.filter((n) => n <= OFFERED || one(typed, `when${n}`)).map((n) => (
        <Fieldset key={n} legend={`Condition ${n}`} legendSize="s">
          <Select
            {...field(`when${n}`)}
            label="The answer to"
            items={[
              { value: "", text: "No condition" },
              ...before.map(({ key, title }) => ({ value: key, text: title.slice(0, 80) })),
              ...keptChoice(one(typed, `when${n}`), before),
            ]}
          />
          <Select
            {...field(`is${n}`)}
            label="compares as"
            items={TESTS.map((value) => ({ value, text: TEST_WORDS[value] }))}
          />
          <TextInput
            {...field(`values${n}`)}
            label="with"
            hint="Answers in their words, with ; between them; or a number."
          />
        </Fieldset>
      ))}
    </Fieldset>
  );
}

/** A condition on a row of a grid, or on a question that stands elsewhere now, stays until it is taken away. */
function keptChoice(chosen: string, before: RuleFieldsProps["before"]) {
  return chosen && !before.some(({ key }) => key === chosen) ? [{ value: chosen, text: chosen }] : [];
}
