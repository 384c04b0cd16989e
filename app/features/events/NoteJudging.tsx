import { Button } from "~/ui/Button";
import { Checkboxes } from "~/ui/Checkboxes";
import { Radios } from "~/ui/Radios";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { LONGEST, SET_ASIDE } from "./after";
import type { NoteRow } from "./read-notes.server";
import { SET_ASIDE_WORDS } from "./staff-words";

type NoteJudgingProps = {
  note: NoteRow;
  /** Slugs of the themes that it has. */
  chosen: readonly string[];
  themes: readonly { slug: string; plainLabel: string }[];
  refused: Refused | undefined;
};

/** What becomes of one note: let through, with other words where needed, or set aside with a reason. */
export function NoteJudging({ note, chosen, themes, refused }: NoteJudgingProps) {
  const kept = (name: string, before: string) => (refused ? one(refused.typed, name) : before);
  const error = (name: string) => refused?.fields[name]?.[0];
  return (
    <>
      <Textarea
        name="publicText"
        label="Words that may be printed"
        hint="Take out names and what tells who someone is. What was written stays above, for staff alone."
        error={error("publicText")}
        defaultValue={kept("publicText", note.publicText ?? note.text)}
        maxLength={LONGEST.note}
        rows={4}
      />
      <Checkboxes
        name="mayPrint"
        values={[kept("mayPrint", note.mayPrint ? "yes" : "")]}
        items={[{ value: "yes", label: "They said that we may print their words" }]}
      />
      <TextInput
        name="agreeing"
        label="People who agree, with whoever wrote it"
        error={error("agreeing")}
        defaultValue={kept("agreeing", String(note.agreeing))}
        width={3}
        inputMode="numeric"
        autoComplete="off"
      />
      {themes.length > 0 && (
        <Checkboxes
          name="themes"
          legend="What it is about"
          small
          values={refused ? [refused.typed.themes ?? []].flat() : chosen}
          items={themes.map((theme) => ({ value: theme.slug, label: theme.plainLabel }))}
        />
      )}
      <Radios
        name="state"
        legend="What becomes of it"
        error={error("state")}
        value={kept("state", note.state === "waiting" ? "" : note.state)}
        items={[
          { value: "clear", label: "Let it through: it is counted, and its words can be chosen" },
          {
            value: "set_aside",
            label: "Set it aside: it is neither counted nor printed",
            conditional: (
              <Radios
                name="reason"
                legend="Why?"
                error={error("reason")}
                value={kept("reason", note.setAside ?? "")}
                items={SET_ASIDE.map((value) => ({ value, label: SET_ASIDE_WORDS[value] }))}
              />
            ),
          },
        ]}
      />
      <Button>Save</Button>
    </>
  );
}
