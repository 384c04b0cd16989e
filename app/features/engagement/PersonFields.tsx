import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

/** The order in which the form asks. */
export const PERSON_ORDER: readonly string[] = ["name", "contact", "email", "phone", "agreed"];

/** Somebody met at outreach: their name, how to tell them, and that they agreed to it being kept so many months. */
export function PersonFields({ typed, fields, months }: Refused & { months: number }) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <TextInput {...field("name")} label="The name they gave" autoComplete="off" />
      <Radios
        name="contact"
        legend="How do they want to be told?"
        error={fields.contact?.[0]}
        value={one(typed, "contact")}
        small
        items={[
          { value: "email", label: "By email" },
          { value: "phone", label: "By phone" },
          { value: "none", label: "Not at all" },
        ]}
      />
      <TextInput {...field("email")} type="email" label="Email address" autoComplete="off" />
      <TextInput {...field("phone")} type="tel" label="Phone number" autoComplete="off" width={20} />
      <Checkboxes
        name="agreed"
        legend="Did they agree?"
        error={fields.agreed?.[0]}
        values={[typed.agreed ?? []].flat()}
        small
        items={[{ value: "yes", label: `Yes: they know that we keep their name for ${months} months` }]}
      />
    </>
  );
}
