import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

/** How long consultations last: advice for public ones, HR's rule for those with staff. */
export function PeriodFields({ typed, fields }: Refused) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <TextInput
        {...field("advisoryDays")}
        label="Days that are advised for a public consultation"
        hint="Advice, and no law: a shorter time needs a reason."
        inputMode="numeric"
        width={4}
        suffix="days"
      />
      <TextInput
        {...field("staffDays")}
        label="Least days of a staff consultation"
        hint="HR sets it. While it is empty, none can open."
        inputMode="numeric"
        width={4}
        suffix="days"
      />
      <TextInput
        {...field("staffRule")}
        label="Where HR has set it"
        hint="Such as: Managing change policy, section 4, January 2026."
      />
    </>
  );
}
