import { Checkboxes } from "~/ui/Checkboxes";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { MOST } from "./rules";

type Places = readonly { slug: string; name: string }[];
type Themes = readonly { slug: string; plainLabel: string }[];

type StaffIdeaFieldsProps = Refused & {
  boards: readonly { slug: string; title: string }[];
  neighbourhoods: Places;
  themes: Themes;
};

/** What staff write to put an idea in for somebody. */
export function StaffIdeaFields({ typed, fields, boards, neighbourhoods, themes }: StaffIdeaFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Select
        {...field("board")}
        label="Board"
        items={[
          { value: "", text: "Choose a board" },
          ...boards.map(({ slug, title }) => ({ value: slug, text: title })),
        ]}
      />
      <TextInput
        {...field("title")}
        label="The idea in a few words"
        maxLength={MOST.title}
        autoComplete="off"
      />
      <Textarea
        {...field("text")}
        label="What they said"
        hint="In their words as far as you can. Leave out names and anything about somebody’s health."
        rows={6}
        maxLength={MOST.text}
      />
      <ArrangeFields typed={typed} fields={fields} neighbourhoods={neighbourhoods} themes={themes} />
      <TextInput
        {...field("name")}
        label="A name to stand beside it (optional)"
        width={20}
        autoComplete="off"
      />
      <TextInput
        {...field("email")}
        type="email"
        label="Their email (optional)"
        hint="Never shown. They are told what becomes of the idea."
        autoComplete="off"
        spellCheck={false}
      />
    </>
  );
}

/** Which neighbourhood an idea is about, and what. */
export function ArrangeFields({
  typed,
  fields,
  neighbourhoods,
  themes,
}: Refused & { neighbourhoods: Places; themes: Themes }) {
  return (
    <>
      <Select
        name="neighbourhood"
        label="Neighbourhood"
        error={fields.neighbourhood?.[0]}
        defaultValue={one(typed, "neighbourhood")}
        items={[
          { value: "", text: "The whole borough" },
          ...neighbourhoods.map(({ slug, name }) => ({ value: slug, text: name })),
        ]}
      />
      <Checkboxes
        name="themes"
        legend="Themes"
        small
        values={[typed.themes ?? []].flat()}
        items={themes.map(({ slug, plainLabel }) => ({ value: slug, label: plainLabel }))}
      />
    </>
  );
}
