import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { PRECISIONS } from "./rules";
import { PRECISION_WORDS } from "./staff-words";

/** By when, and how exactly that was named: any day of the time meant will do. */
export function DueFields({ typed, fields, label }: Refused & { label: string }) {
  return (
    <>
      <TextInput
        name="dueDay"
        type="date"
        label={label}
        width={10}
        error={fields.dueDay?.[0]}
        defaultValue={one(typed, "dueDay")}
      />
      <Radios
        name="precision"
        legend="How exactly was it named?"
        small
        error={fields.precision?.[0]}
        value={one(typed, "precision", "day")}
        items={PRECISIONS.map((value) => ({ value, ...PRECISION_WORDS[value] }))}
      />
    </>
  );
}
