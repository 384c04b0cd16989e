import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import type { PartField } from "./parts";

type PartFieldsProps = Refused & { asked: readonly PartField[] };

/** The boxes of one part of an activity. */
export function PartFields({ asked, typed, fields }: PartFieldsProps) {
  return (
    <>
      {asked.map(({ name, label, hint, is }) => {
        const field = { name, label, hint, error: fields[name]?.[0], defaultValue: one(typed, name) };
        if (is === "text") return <Textarea key={name} {...field} rows={5} />;
        if (is === "day") return <TextInput key={name} {...field} type="date" width={10} />;
        if (is === "number") return <TextInput key={name} {...field} inputMode="numeric" width={5} />;
        if (is === "link") return <TextInput key={name} {...field} type="url" spellCheck={false} />;
        return <TextInput key={name} {...field} />;
      })}
    </>
  );
}
