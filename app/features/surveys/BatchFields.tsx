import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { MOST_SHEETS, USUAL_LEAST, USUAL_SHARE } from "./batch";

type BatchFieldsProps = Pick<Refused, "typed" | "fields"> & {
  languages: readonly { code: string; name: string }[];
};

/** How many sheets are printed, in which language and size, where they go, and how many are typed twice. */
export function BatchFields({ languages, typed, fields }: BatchFieldsProps) {
  const number = (name: string, otherwise = "") => ({
    name,
    error: fields[name]?.[0],
    defaultValue: one(typed, name, otherwise),
    inputMode: "numeric" as const,
    autoComplete: "off",
    width: 4 as const,
  });
  return (
    <>
      <TextInput {...number("sheets")} label="How many sheets" hint={`Up to ${MOST_SHEETS} in a batch.`} />
      <TextInput
        name="place"
        label="Where they go (optional)"
        hint="Such as a library, or an event. Never a person."
        error={fields.place?.[0]}
        defaultValue={one(typed, "place")}
        maxLength={160}
      />
      {languages.length > 1 && (
        <Select
          name="locale"
          label="Language"
          error={fields.locale?.[0]}
          defaultValue={one(typed, "locale", "en")}
          items={languages.map(({ code, name }) => ({ value: code, text: name }))}
        />
      )}
      <Radios
        name="size"
        legend="Size of letters"
        inline
        small
        error={fields.size?.[0]}
        value={one(typed, "size", "usual")}
        items={[
          { value: "usual", label: "Usual" },
          { value: "large", label: "Large print" },
        ]}
      />
      <div className="rh-pair">
        <TextInput
          {...number("share", String(USUAL_SHARE))}
          label="Typed twice, of 100"
          hint="By somebody else, to find mistakes."
        />
        <TextInput {...number("least", String(USUAL_LEAST))} label="And never fewer than" hint="Sheets." />
      </div>
    </>
  );
}
