import { Radios } from "~/ui/Radios";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

/** What an event pays for, and how much at most. */
export function OfferFields({ typed, fields }: Refused) {
  return (
    <>
      <Radios
        name="basis"
        legend="What for?"
        error={fields.basis?.[0]}
        value={one(typed, "basis")}
        items={[
          { value: "expenses", label: "Expenses, such as the bus or a sitter" },
          { value: "time", label: "Time: a thank-you that can count as earnings" },
        ]}
      />
      <TextInput
        name="most"
        label="How much at most, for each person?"
        error={fields.most?.[0]}
        defaultValue={one(typed, "most")}
        prefix="£"
        width={5}
        inputMode="decimal"
        autoComplete="off"
      />
      <TextInput
        name="words"
        label="What for exactly, and how it is reckoned"
        hint="People read it as it stands, such as “£30 for each workshop”."
        error={fields.words?.[0]}
        defaultValue={one(typed, "words")}
        autoComplete="off"
      />
    </>
  );
}
