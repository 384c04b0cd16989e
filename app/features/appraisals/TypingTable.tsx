import { Radios } from "~/ui/Radios";
import { ScrollRegion } from "~/ui/ScrollRegion";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { KIND_WORDS } from "./criteria-form";
import type { CriterionRow, OptionRow } from "./read.server";
import { fieldOf, KINDS, letterOf } from "./rules";

type TypingTableProps = Pick<Refused, "typed" | "fields"> & {
  options: readonly Pick<OptionRow, "id" | "position" | "title">[];
  criteria: readonly Pick<CriterionRow, "id" | "position" | "label">[];
};

/** A sheet of paper as it is typed: the table as it is printed, one figure a field, Tab from one to the next. */
export function TypingTable({ options, criteria, typed, fields }: TypingTableProps) {
  const text = (name: string) => ({ name, error: fields[name]?.[0], autoComplete: "off", spellCheck: false });
  return (
    <>
      <Radios
        name="kind"
        legend="Who filled it in?"
        legendSize="s"
        inline
        value={one(typed, "kind")}
        error={fields.kind?.[0]}
        items={KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind] }))}
      />
      <ScrollRegion label="Scores">
        <table className="govuk-table">
          <caption className="govuk-table__caption govuk-visually-hidden">Scores from 0 to 5</caption>
          <thead className="govuk-table__head">
            <tr className="govuk-table__row">
              <th scope="col" className="govuk-table__header">
                Option
              </th>
              {criteria.map(({ id, label }) => (
                <th key={id} scope="col" className="govuk-table__header">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="govuk-table__body">
            {options.map((option) => (
              <tr key={option.id} className="govuk-table__row">
                <th scope="row" className="govuk-table__header">
                  {letterOf(option.position)}: {option.title}
                </th>
                {criteria.map((criterion) => {
                  const name = fieldOf(option, criterion);
                  return (
                    <td key={name} className="govuk-table__cell">
                      <TextInput
                        {...text(name)}
                        label={`${letterOf(option.position)}, ${criterion.label}`}
                        labelClassName="govuk-visually-hidden"
                        inputMode="numeric"
                        width={2}
                        defaultValue={one(typed, name)}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <TextInput
        {...text("first")}
        label="First choice"
        hint="Its letter, or nothing."
        width={2}
        defaultValue={one(typed, "first")}
      />
      <TextInput
        {...text("could")}
        label="Could live with"
        hint="The letters, such as B C."
        width={10}
        defaultValue={[typed.could ?? []].flat().join(" ")}
      />
    </>
  );
}
