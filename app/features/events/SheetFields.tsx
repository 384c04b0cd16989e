import { Checkboxes } from "~/ui/Checkboxes";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { LONGEST } from "./after";

const BOXES = [
  ["worked", "What worked well"],
  ["hard", "What is still hard"],
  ["next", "What to do next"],
] as const;

/** A table sheet as staff type it: a note a line, and x4 at its end when four agree. Begins in the first box: many sheets are typed in a row. */
export function SheetFields({ typed, fields, places }: Refused & { places: readonly string[] }) {
  return (
    <>
      <TextInput
        name="place"
        label="Table, stall or session"
        hint="As it stands on the sheet. Leave it empty when it does not."
        error={fields.place?.[0]}
        defaultValue={one(typed, "place")}
        maxLength={LONGEST.place}
        list="places"
        autoComplete="off"
        autoFocus
      />
      <datalist id="places">
        {places.map((place) => (
          <option key={place} value={place} />
        ))}
      </datalist>
      <p className="rh-note">
        A line is a note. When several people agree, end the line with x and how many, such as{" "}
        <code>The bus stops too early x4</code>. Leave names out.
      </p>
      <div className="rh-three">
        {BOXES.map(([name, label]) => (
          <Textarea
            key={name}
            name={name}
            label={label}
            error={fields[name]?.[0]}
            defaultValue={one(typed, name)}
            rows={8}
          />
        ))}
      </div>
      <Checkboxes
        name="mayPrint"
        values={[one(typed, "mayPrint")]}
        items={[{ value: "yes", label: "The sheet says that we may print their words, without names" }]}
      />
    </>
  );
}
