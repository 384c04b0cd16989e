import { Radios } from "~/ui/Radios";
import { Select } from "~/ui/Select";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { SESSION_KINDS } from "./rules";
import { SESSION_WORDS } from "./staff-words";

type SessionFieldsProps = Refused & { organisations: readonly { slug: string; name: string }[] };

/** The form of a session or stall, the same for a new one and for changing one. */
export function SessionFields({ typed, fields, organisations }: SessionFieldsProps) {
  const field = (name: string) => ({ name, error: fields[name]?.[0], defaultValue: one(typed, name) });
  return (
    <>
      <Radios
        name="kind"
        legend="What it is"
        error={fields.kind?.[0]}
        value={one(typed, "kind", "stall")}
        inline
        small
        items={SESSION_KINDS.map((value) => ({ value, label: SESSION_WORDS[value] }))}
      />
      <TextInput {...field("title")} label="Name" hint="As it stands on the page and on the stall card." />
      <Textarea {...field("summary")} label="In one sentence (optional)" rows={2} />
      <div className="rh-pair">
        <Select
          {...field("host")}
          label="Who runs it"
          items={[
            { value: "", text: "None of these" },
            ...organisations.map((one) => ({ value: one.slug, text: one.name })),
          ]}
        />
        <TextInput {...field("hostName")} label="Or a name of your own (optional)" width={20} />
      </div>
      <div className="rh-pair">
        <TextInput {...field("tableNumber")} label="Table number (optional)" inputMode="numeric" width={3} />
        <TextInput {...field("room")} label="Room or corner (optional)" width={20} />
      </div>
      <Textarea
        {...field("accessNotes")}
        label="Access notes (optional)"
        hint="What somebody should know who wants to get to it, hear it or sit down at it."
        rows={2}
      />
      <div className="rh-pair">
        <TextInput {...field("startsClock")} type="time" label="Starts (optional)" width={5} />
        <TextInput {...field("endsClock")} type="time" label="Ends (optional)" width={5} />
      </div>
      <TextInput
        {...field("capacity")}
        label="Places to save (optional)"
        hint="Empty: people just come. With a number, they choose it when they save their place at the event."
        inputMode="numeric"
        width={4}
      />
    </>
  );
}
