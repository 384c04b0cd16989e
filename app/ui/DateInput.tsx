import { GroupField, type GroupFieldProps } from "./GroupField";
import { TextInput } from "./TextInput";
import { useWords } from "./words";

export type DatePart = "day" | "month" | "year";

const parts: readonly DatePart[] = ["day", "month", "year"];

type DateInputProps = GroupFieldProps & {
  id: string;
  /** The fields are named `prefix-day` and so on; left out, `day`, `month`, `year`. */
  namePrefix?: string;
  values?: Partial<Record<DatePart, string>>;
  /** Which parts are wrong; left out, all of them when there is an error. */
  wrong?: readonly DatePart[];
  /** A date of birth may be filled in by the browser. */
  birthday?: boolean;
};

/** A date that people know by heart, as three short fields. */
export function DateInput({
  id,
  namePrefix,
  values = {},
  error,
  wrong = error ? parts : [],
  birthday,
  ...group
}: DateInputProps) {
  const word = useWords();
  return (
    <GroupField {...group} id={id} error={error} role="group">
      {() => (
        <div className="govuk-date-input" id={id}>
          {parts.map((part) => (
            <div key={part} className="govuk-date-input__item">
              <TextInput
                id={`${id}-${part}`}
                name={namePrefix ? `${namePrefix}-${part}` : part}
                label={word(part)}
                labelClassName="govuk-date-input__label"
                className={
                  wrong.includes(part)
                    ? "govuk-date-input__input govuk-input--error"
                    : "govuk-date-input__input"
                }
                width={part === "year" ? 4 : 2}
                inputMode="numeric"
                autoComplete={birthday ? `bday-${part}` : undefined}
                defaultValue={values[part]}
              />
            </div>
          ))}
        </div>
      )}
    </GroupField>
  );
}
