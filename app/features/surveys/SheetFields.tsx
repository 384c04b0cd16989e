import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { TypingMarks } from "./TypingFields";

type SheetFieldsProps = Pick<Refused, "typed" | "fields"> & {
  batch: string;
  /** The day that is there already: of the sheet before, or today. */
  day: string;
  /** The survey has closed: later sheets need a reason. */
  closed: boolean;
  /** Sheets carry a name. */
  linked: boolean;
};

/** What stands on a sheet beside its answers: its code, when it came back, and who answered where that is asked. */
export function SheetFields({ batch, day, closed, linked, typed, fields }: SheetFieldsProps) {
  const field = (name: string, otherwise = "") => ({
    name,
    error: fields[name]?.[0],
    defaultValue: one(typed, name, otherwise),
    autoComplete: "off",
  });
  return (
    <>
      <TextInput {...field("receivedDay", day)} type="date" label="Came back on" width={10} />
      <TextInput
        {...field("sheet")}
        label="Code on the sheet"
        hint={`${batch}, three digits and a letter: the digits and the letter are enough.`}
        width={10}
        autoCapitalize="characters"
        spellCheck={false}
        autoFocus={Object.keys(fields).length === 0}
      />
      {closed && (
        <TextInput
          {...field("lateReason")}
          label="Why it still counts"
          hint="Only if it came back after the survey had closed. It stands with the batch."
        />
      )}
      {linked && (
        <div className="rh-pair">
          <TextInput {...field("name")} label="Name on the sheet" width={20} />
          <TextInput {...field("email")} label="E-mail address on the sheet" width={20} spellCheck={false} />
        </div>
      )}
      <input type="hidden" name="leaveOut" value={one(typed, "leaveOut")} />
      <TypingMarks />
    </>
  );
}
