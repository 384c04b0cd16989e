import { Fragment } from "react";
import { classes } from "~/ui/classes";
import { inColumns, LINES, type PaperBlock } from "./paper";
import type { PrintedForm } from "./read-form.server";
import { SurveyWords } from "./SurveyWords";

type Question = PaperBlock & { kind: "question" };
type PaperQuestionProps = { block: Question; form: Pick<PrintedForm, "day" | "preferNot"> };

/** One question on paper: its number, who answers it, boxes or lines, and where to go from there. */
export function PaperQuestion({ block, form }: PaperQuestionProps) {
  const { number, shown, help, rule, jumps } = block;
  return (
    <section className="rh-paper__question">
      <h3>
        {number !== null && <span className="rh-paper__number">{number}</span>}
        <SurveyWords of={shown.title} />
      </h3>
      {rule && <p className="rh-paper__jump">{rule}</p>}
      {(shown.hint || help) && (
        <p>
          {shown.hint && <SurveyWords of={shown.hint} />} {help}
        </p>
      )}
      <Body block={block} form={form} />
      {shown.preferNot && block.boxes.length === 0 && (
        <p className="rh-paper__box">
          <Box />
          {form.preferNot}
        </p>
      )}
      {jumps.map((jump) => (
        <p key={jump} className="rh-paper__jump">
          {jump}
        </p>
      ))}
    </section>
  );
}

/** A box to tick. */
export const Box = () => <span className="rh-sheet__box" />;

/** Lines to write on. */
export const Lines = ({ count }: { count: number }) =>
  Array.from({ length: count }, (_, n) => n + 1).map((n) => <div key={n} className="rh-paper__line" />);

function Body({ block, form }: PaperQuestionProps) {
  const { shown } = block;
  switch (shown.kind) {
    case "single":
    case "multiple":
      return <Boxes boxes={block.boxes} />;
    case "scale":
      return <Scale steps={shown.steps} />;
    case "rank":
      return (
        <ul className="rh-paper__boxes">
          {shown.options.map(({ key, label }) => (
            <li key={key} className="rh-paper__box">
              <Box />
              <span>
                <SurveyWords of={label} />
              </span>
            </li>
          ))}
        </ul>
      );
    case "grid":
      return <Grid shown={shown} />;
    case "number":
      return (
        <p className="rh-paper__short">
          <span className="rh-paper__line" />
          {shown.unit && <SurveyWords of={shown.unit} />}
        </p>
      );
    case "date":
      return (
        <p className="rh-paper__short">
          {Object.entries(form.day).map(([part, word]) => (
            <Fragment key={part}>
              {word} <span className="rh-paper__line" />
            </Fragment>
          ))}
        </p>
      );
    case "information":
      return null;
    default:
      return <Lines count={shown.kind === "long_text" ? LINES.long : LINES.short} />;
  }
}

function Boxes({ boxes }: { boxes: Question["boxes"] }) {
  const words = boxes.map(({ label }) => (typeof label === "string" ? label : label.text));
  return (
    <ul className={classes("rh-paper__boxes", inColumns(words) && "rh-paper__boxes--two")}>
      {boxes.map(({ number, label, writes }) => (
        <li key={number} className="rh-paper__box">
          <small>{number}</small>
          <Box />
          <span>{typeof label === "string" ? label : <SurveyWords of={label} />}</span>
          {writes && <span className="rh-paper__line" />}
        </li>
      ))}
    </ul>
  );
}

function Scale({ steps }: { steps: Question["shown"]["steps"] }) {
  const [first, last] = [steps[0], steps.at(-1)];
  return (
    <div className="rh-paper__scale">
      {first?.label && <SurveyWords of={first.label} />}
      <ol>
        {steps.map(({ value }) => (
          <li key={value}>
            {value}
            <Box />
          </li>
        ))}
      </ol>
      {last?.label && <SurveyWords of={last.label} />}
    </div>
  );
}

function Grid({ shown }: { shown: Question["shown"] }) {
  return (
    <table className="govuk-table rh-sheet__list">
      <thead>
        <tr>
          <td />
          {shown.options.map(({ key, label }, at) => (
            <th key={key} scope="col">
              <small>{at + 1}</small> <SurveyWords of={label} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.rows.map(({ key, label }) => (
          <tr key={key}>
            <th scope="row">
              <SurveyWords of={label} />
            </th>
            {shown.options.map((option) => (
              <td key={option.key}>
                <Box />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
