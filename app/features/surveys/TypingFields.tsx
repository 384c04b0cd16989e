import { Fragment } from "react";
import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import { Checkboxes } from "~/ui/Checkboxes";
import { Textarea } from "~/ui/Textarea";
import { TextInput } from "~/ui/TextInput";
import { one, type Refused } from "~/ui/typed";
import { OTHER, offered, PREFER_NOT, steps } from "./questionnaire";
import { fieldOf, MARKS, numbered, otherFieldOf } from "./typing";

type TypingFieldsProps = Pick<Refused, "typed" | "fields"> & {
  questionnaire: Questionnaire;
  /** The sheet asks whether words may be published. */
  asksToQuote: boolean;
};

/** Every question of a sheet as a short field: numbers for boxes, and marks for what is no answer. */
export function TypingFields({ questionnaire, asksToQuote, typed, fields }: TypingFieldsProps) {
  return (
    <>
      <TypedQuestions questionnaire={questionnaire} typed={typed} fields={fields} />
      {asksToQuote && (
        <Checkboxes
          name="mayQuote"
          legend="At the end of the sheet"
          legendSize="s"
          values={[one(typed, "mayQuote")]}
          items={[
            { value: "yes", label: "The box is ticked: their words may be published without their name" },
          ]}
        />
      )}
    </>
  );
}

function TypedQuestions({ questionnaire, typed, fields }: Omit<TypingFieldsProps, "asksToQuote">) {
  return numbered(questionnaire)
    .filter(({ number }) => number !== null)
    .map(({ question, number }) => {
      const name = fieldOf(question);
      const shared = {
        name,
        label: `${number}. ${plain(question.title)}`,
        labelSize: "s" as const,
        hint: hintFor(question),
        error: fields[name]?.[0],
        defaultValue: one(typed, name),
        autoComplete: "off",
        spellCheck: false,
      };
      return (
        <Fragment key={name}>
          {question.kind === "long_text" ? (
            <Textarea {...shared} rows={2} />
          ) : (
            <TextInput {...shared} width={question.kind === "short_text" ? undefined : 10} />
          )}
          {question.other && (
            <TextInput
              name={otherFieldOf(question)}
              label={`${number}. The words beside “Other”`}
              labelClassName="rh-note"
              defaultValue={one(typed, otherFieldOf(question))}
              autoComplete="off"
            />
          )}
        </Fragment>
      );
    });
}

/** What stands for an earlier answer on paper. */
const plain = (title: string) =>
  title.replace(/\{\{[^|}]*\|?([^}]*)\}\}/g, (_, otherwise) => otherwise || "…");

/** The names of the fields of a sheet in the order in which they stand. */
export const typingOrder = (questionnaire: Questionnaire) => [
  "sheet",
  "receivedDay",
  "lateReason",
  "name",
  "email",
  ...questionnaire.questions.flatMap((question) => [fieldOf(question), otherFieldOf(question)]),
];

/** What each number stands for, as it stands beside the boxes. */
function hintFor(question: Question): string {
  const numbers = (labels: readonly string[]) =>
    labels.map((label, at) => `${at + 1}\u00a0${label}`).join(" · ");
  const away = question.preferNot ? ` · ${MARKS.preferNot} Prefer not to say` : "";
  switch (question.kind) {
    case "single":
    case "multiple": {
      const word = (key: string) =>
        key === PREFER_NOT
          ? "Prefer not to say"
          : (question.options.find((option) => option.key === key)?.label ?? (key === OTHER ? "Other" : key));
      return numbers(offered(question).map(word));
    }
    case "scale": {
      const all = steps(question);
      return `${all[0]} to ${all.at(-1)}${away}`;
    }
    case "rank":
      return `The places from the top down, - for an empty box: ${question.options.map(({ label }) => label).join(" · ")}${away}`;
    case "grid":
      return `A number for each line, - for an empty one (${question.rows.map(({ label }) => label).join(" · ")}): ${numbers(question.options.map(({ label }) => label))}${away}`;
    case "date":
      return `Day month year, such as 27 3 2026${away}`;
    case "number":
      return `${question.number?.unit || "A number"}${away}`;
    default:
      return `Words as they are written${away}`;
  }
}

/** The marks that stand for what is no answer, above the fields. */
export function TypingMarks() {
  return (
    <p>
      Leave a question empty when the sheet does. Type <code>{MARKS.twoTicked}</code> when more boxes are
      ticked than may be, <code>{MARKS.illegible}</code> when it can’t be read. Tab goes on, Enter saves.
    </p>
  );
}
