import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { inOrder, one, type Refused } from "~/ui/typed";

const ORDER = ["title", "fromDay", "toDay", "objectives", "audiences", "reason"];

/** What is wrong with the form, for the summary above it, from the top down. */
export function planErrors(refused: Refused | undefined) {
  return inOrder(refused, ORDER);
}

/** The form of a plan, the same for a new one and for the next version. */
export function PlanFields({ typed, fields }: Refused) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <TextInput {...field("title")} label="What is the plan called?" />
      <div className="rh-pair">
        <TextInput {...field("fromDay")} type="date" label="First day" width={10} />
        <TextInput {...field("toDay")} type="date" label="Last day" width={10} />
      </div>
      <Textarea {...field("objectives")} label="What is it to achieve?" hint="One thing a line." rows={6} />
      <Textarea
        {...field("audiences")}
        label="Whom does it mean to involve?"
        hint="One group a line. Begin with people who are less often heard."
        rows={6}
      />
    </>
  );
}
