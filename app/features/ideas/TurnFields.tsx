import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

type TurnFieldsProps = { people: readonly { id: string; name: string }[]; refused: Refused | undefined };

/** A turn at looking when somebody may be in danger: who, as what, from when to when. */
export function TurnFields({ people, refused }: TurnFieldsProps) {
  const typed = refused?.typed ?? {};
  const field = (name: string) => ({ name, error: refused?.fields[name]?.[0] });
  return (
    <>
      <Select
        {...field("account")}
        label="Who"
        defaultValue={one(typed, "account")}
        items={[
          { value: "", text: "Choose a person" },
          ...people.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Radios
        {...field("part")}
        legend="As"
        inline
        small
        value={one(typed, "part")}
        items={[
          { value: "lead", label: "Lead" },
          { value: "cover", label: "Cover" },
        ]}
      />
      <TextInput
        {...field("role")}
        label="What they are"
        hint="As staff should read it, such as “Safeguarding lead, adult services”."
        defaultValue={one(typed, "role")}
      />
      <TextInput
        {...field("fromDay")}
        type="date"
        label="First day"
        width={10}
        defaultValue={one(typed, "fromDay")}
      />
      <TextInput
        {...field("toDay")}
        type="date"
        label="Last day"
        width={10}
        defaultValue={one(typed, "toDay")}
      />
    </>
  );
}
