import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";

/** The form of a next step: one sentence, and what has to be said about a promise, a deed or a no. */
export function StepFields({ typed, fields }: Refused) {
  const kept = (name: string) => one(typed, name);
  return (
    <>
      <Textarea
        name="text"
        label="What, in one plain sentence"
        hint="It is published as it stands."
        error={fields.text?.[0]}
        defaultValue={kept("text")}
        rows={2}
      />
      <Radios
        name="kind"
        legend="What is it?"
        error={fields.kind?.[0]}
        value={kept("kind")}
        items={[
          {
            value: "will",
            label: "Something that we will do",
            conditional: (
              <TextInput
                name="dueDay"
                type="date"
                label="By which day?"
                error={fields.dueDay?.[0]}
                defaultValue={kept("dueDay")}
              />
            ),
          },
          {
            value: "done",
            label: "Something that is done already",
            conditional: (
              <Textarea
                name="outcome"
                label="What came of it?"
                error={fields.outcome?.[0]}
                defaultValue={kept("outcome")}
                rows={2}
              />
            ),
          },
          {
            value: "cannot",
            label: "Something that can’t be",
            conditional: (
              <Textarea
                name="reason"
                label="Why not?"
                error={fields.reason?.[0]}
                defaultValue={kept("reason")}
                rows={2}
              />
            ),
          },
        ]}
      />
      <TextInput
        name="ownerRole"
        label="Who answers for it?"
        hint="A role, not a name, such as Neighbourhood lead, Canalside. Not for something that can’t be."
        error={fields.ownerRole?.[0]}
        defaultValue={kept("ownerRole")}
        autoComplete="off"
      />
    </>
  );
}
