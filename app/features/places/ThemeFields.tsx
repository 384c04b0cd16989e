import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import type { Refused } from "~/ui/typed";
import { askWith, choicesOf } from "./PlaceForm";
import { ORIGINS } from "./rules";
import { ORIGIN_WORDS } from "./staff-words";

type ThemeFieldsProps = Refused & { parents: readonly { slug: string; label: string }[] };

/** What is said about a theme: for a new one and for changing one. */
export function ThemeFields({ parents, ...refused }: ThemeFieldsProps) {
  const { field, choice } = askWith(refused);
  return (
    <>
      <TextInput {...field("label")} label="Official word" hint="As plans and papers say it." />
      <TextInput
        {...field("plainLabel")}
        label="Residents’ own word"
        hint="As people said it. Don’t make it tidier."
      />
      <Radios
        {...choice("origin")}
        legend="Whose word came first?"
        small
        inline
        items={choicesOf(ORIGINS, ORIGIN_WORDS)}
      />
      <Select
        {...field("parent")}
        label="Part of a larger theme"
        items={[
          { value: "", text: "No, it stands alone" },
          ...parents.map(({ slug, label }) => ({ value: slug, text: label })),
        ]}
      />
      <Textarea
        {...field("aliases")}
        label="Other words for it (optional)"
        hint="One on each line."
        rows={4}
      />
    </>
  );
}
