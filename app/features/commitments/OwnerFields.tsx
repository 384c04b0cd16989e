import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

type OwnerFieldsProps = Refused & { organisations: readonly { slug: string; name: string }[] };

/** The role in an organisation that owns a commitment, and the address of its office. */
export function OwnerFields({ typed, fields, organisations }: OwnerFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Select
        {...field("organisation")}
        label="Organisation"
        items={[
          { value: "", text: "Nobody yet" },
          ...organisations.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <TextInput
        {...field("role")}
        label="Role"
        hint="A post, such as Head of Libraries. Never a person’s name."
      />
      <TextInput
        {...field("email")}
        type="email"
        autoComplete="off"
        label="Address of its office (optional)"
        hint="Reminders go there a week before, on the day, and once it is overdue. It is never published. Without one, reminding is a task for you."
      />
    </>
  );
}
