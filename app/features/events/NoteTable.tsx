import { ErrorMessage } from "~/ui/ErrorMessage";
import { Table } from "~/ui/Table";
import { Tags } from "~/ui/Tags";
import type { NoteSeen } from "./read-notes.server";
import { FLAG_WORDS, NOTE_STATES, QUESTION_WORDS } from "./staff-words";

/** Where the error summary leads: the first box. */
const idOf = (note: NoteSeen, first: NoteSeen | undefined) => (note === first ? "notes" : `note-${note.id}`);

type NoteTableProps = {
  notes: readonly NoteSeen[];
  /** Ideas on boards that notes became, by the note's id. */
  ideas: Readonly<Record<string, readonly { title: string; path: string }[]>>;
  error?: string;
};

/** Notes of one event, each with a box to tick for what is done to several at once. */
export function NoteTable({ notes, ideas, error }: NoteTableProps) {
  return (
    <>
      {error && <ErrorMessage id="notes-error">{error}</ErrorMessage>}
      <Table
        caption="Notes"
        captionHidden
        cards
        rowHeaders={false}
        rows={notes}
        rowKey={(note) => note.id}
        columns={[
          {
            header: "Choose",
            cell: (note) => (
              <div className="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
                <div className="govuk-checkboxes__item">
                  <input
                    className="govuk-checkboxes__input"
                    type="checkbox"
                    name="notes"
                    value={note.id}
                    id={idOf(note, notes[0])}
                    aria-describedby={error ? "notes-error" : undefined}
                  />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor={idOf(note, notes[0])}>
                    <span className="govuk-visually-hidden">{shortened(note.text)}</span>
                  </label>
                </div>
              </div>
            ),
          },
          {
            header: "Note",
            cell: (note) => (
              <>
                <a href={`/manage/notes/${note.id}`} dir="auto">
                  {note.publicText ?? (note.text || "The words have been deleted")}
                </a>
                <Tags
                  items={[
                    ...(note.state === "clear" ? [] : [NOTE_STATES[note.state]]),
                    ...(note.state === "waiting" ? note.flags.map((flag) => FLAG_WORDS[flag]) : []),
                  ].flatMap((tag) => tag ?? [])}
                />
              </>
            ),
          },
          { header: "Question", cell: (note) => QUESTION_WORDS[note.question] },
          {
            header: "From",
            cell: (note) =>
              [note.place || "Not said", note.channel === "web" && "online"].filter(Boolean).join(", "),
          },
          { header: "Agree", numeric: true, cell: (note) => note.agreeing },
          { header: "Themes", cell: (note) => note.themes.join(", ") || "None yet" },
          {
            header: "Carried to",
            cell: (note) => (
              <>
                {note.step ?? (ideas[note.id] ? "" : "Nowhere yet")}
                {ideas[note.id]?.map(({ title, path }) => (
                  <p key={path}>
                    Idea: <a href={path}>{title}</a>
                  </p>
                ))}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const shortened = (text: string) => `Choose “${text.slice(0, 60)}”`;
