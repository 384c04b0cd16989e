import { useTranslation } from "react-i18next";
import { Checkboxes } from "~/ui/Checkboxes";
import { Details } from "~/ui/Details";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { PaymentFields } from "./PaymentFields";
import { NEEDS } from "./rules";

/** How many come with somebody who rings, in one row. */
export function CallerNumbers({ typed, fields }: Refused) {
  const field = (name: string, otherwise: string) => ({
    name,
    error: fields[name]?.[0],
    defaultValue: one(typed, name, otherwise),
    inputMode: "numeric" as const,
    autoComplete: "off",
  });
  return (
    <div className="rh-pair">
      <TextInput {...field("party", "1")} label="People in all" width={3} />
      <TextInput {...field("carers", "0")} label="Of them, to support someone" width={3} />
    </div>
  );
}

/** What they ask for, close together, to tick while they speak. */
export function CallerNeeds({ typed }: Pick<Refused, "typed">) {
  const { t } = useTranslation();
  return (
    <Checkboxes
      name="needs"
      legend="What would help them take part?"
      values={[typed.needs ?? []].flat()}
      small
      className="rh-tight-choices"
      items={NEEDS.map((value) => ({ value, label: t(`needs.${value}`) }))}
    />
  );
}

/** Payment for their time: the same words as online, to read out before they say yes. */
export function CallerPayment(props: Refused) {
  const open = one(props.typed, "payment") === "yes" || props.fields.advised !== undefined;
  return (
    <Details summary="Payment for their time: read this out" open={open}>
      <PaymentFields {...props} headingLevel={2} />
    </Details>
  );
}

/** What they ask for in their own words. */
export function CallerWords({ typed, fields }: Refused) {
  return (
    <>
      <TextInput
        name="language"
        label="Language of the interpreter or speaker"
        error={fields.language?.[0]}
        defaultValue={one(typed, "language")}
        autoComplete="off"
        width={20}
      />
      <Textarea
        name="needsDetail"
        label="Anything else that would help"
        error={fields.needsDetail?.[0]}
        defaultValue={one(typed, "needsDetail")}
        rows={2}
      />
    </>
  );
}
