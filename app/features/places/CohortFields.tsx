import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import type { Refused } from "~/ui/typed";
import { askWith } from "./PlaceForm";

/** What is said about a cohort: for a new one and for changing one. */
export function CohortFields(refused: Refused) {
  const { field } = askWith(refused);
  return (
    <>
      <TextInput {...field("name")} label="Name" />
      <Textarea
        {...field("definition")}
        label="Who is meant"
        hint="In words that they would use about themselves."
        rows={3}
      />
      <Textarea {...field("criteria")} label="By what rule somebody belongs" rows={3} />
      <TextInput
        {...field("estimate")}
        label="About how many people (optional)"
        hint="Leave it empty while it is not yet known."
        inputMode="numeric"
        width={10}
      />
      <TextInput
        {...field("source")}
        label="Where this number comes from"
        hint="Needed when there is a number."
      />
    </>
  );
}
