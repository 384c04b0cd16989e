import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import type { Refused } from "~/ui/typed";
import { askWith } from "./PlaceForm";

type ServiceFieldsProps = Refused & { organisations: readonly { slug: string; name: string }[] };

/** What is said about a service: for a new one and for changing one. */
export function ServiceFields({ organisations, ...refused }: ServiceFieldsProps) {
  const { field } = askWith(refused);
  return (
    <>
      <TextInput {...field("name")} label="Name" />
      <Select
        {...field("organisation")}
        label="Who runs it"
        items={[
          { value: "", text: "Choose one" },
          ...organisations.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Textarea
        {...field("summary")}
        label="What it does for people"
        hint="In a sentence or two, in plain words."
        rows={3}
      />
      <TextInput
        {...field("reach")}
        label="How to reach it"
        hint="For example: ring 020 7946 0140, or ask your GP."
      />
      <TextInput {...field("website")} type="url" label="Website (optional)" spellCheck={false} />
    </>
  );
}
