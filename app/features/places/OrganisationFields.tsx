import { Select } from "~/ui/Select";
import { TextInput } from "~/ui/TextInput";
import type { Refused } from "~/ui/typed";
import { askWith, choicesOf } from "./PlaceForm";
import { ORGANISATION_KINDS, SECTORS } from "./rules";
import { KIND_WORDS, SECTOR_WORDS } from "./staff-words";

/** The two names of an organisation. */
export function OrganisationNames(refused: Refused) {
  const { field } = askWith(refused);
  return (
    <>
      <TextInput {...field("name")} label="Name" hint="In full, as it writes it itself." />
      <TextInput {...field("shortName")} label="What people call it" width={30} />
    </>
  );
}

/** Facts about an organisation, all but its name. */
export function OrganisationFields(refused: Refused) {
  const { field } = askWith(refused);
  const chooseOne = { value: "", text: "Choose one" };
  return (
    <>
      <Select
        {...field("kind")}
        label="What it is"
        items={[chooseOne, ...choicesOf(ORGANISATION_KINDS, KIND_WORDS)]}
      />
      <Select {...field("sector")} label="Sector" items={[chooseOne, ...choicesOf(SECTORS, SECTOR_WORDS)]} />
      <TextInput
        {...field("externalCode")}
        label="Code (optional)"
        hint="What a register calls it: a health service code or a charity number."
        width={20}
      />
      <TextInput {...field("website")} type="url" label="Website (optional)" spellCheck={false} />
      <TextInput
        {...field("validFrom")}
        type="date"
        label="First day (optional)"
        hint="Only when it began while you work together."
        width={20}
      />
    </>
  );
}
