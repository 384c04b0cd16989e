import type { AppraisalRow, CriterionRow, OptionRow } from "./read.server";
import { KINDS, letterOf, MOST } from "./rules";
import { dayWords } from "./staff-words";

type ScoreSheetProps = {
  appraisal: Pick<AppraisalRow, "question" | "heldDay" | "place">;
  options: readonly Pick<OptionRow, "id" | "position" | "title" | "summary">[];
  criteria: readonly Pick<CriterionRow, "id" | "label" | "description">[];
};

const HERE_AS = {
  resident: "A resident",
  voluntary: "From the voluntary sector",
  staff: "Staff of a council or the NHS",
};

const Box = () => <span className="rh-sheet__box" />;

/** A sheet on which one person scores all options: the same as on a phone. */
export function ScoreSheet({ appraisal, options, criteria }: ScoreSheetProps) {
  return (
    <article className="rh-paper">
      <div className="rh-paper__page">
        <p className="rh-paper__head">
          <span>
            {dayWords(appraisal.heldDay)}, {appraisal.place}
          </span>
          <span>Staff write here: sheet number ____</span>
        </p>
        <h1 className="govuk-heading-l">{appraisal.question}</h1>
        <p>Please write no name. Nobody keeps who gave what.</p>
        <div className="rh-paper__section">
          <h2>I am here as</h2>
        </div>
        <ul className="rh-paper__boxes">
          {KINDS.map((kind) => (
            <li key={kind} className="rh-paper__box">
              <Box />
              {HERE_AS[kind]}
            </li>
          ))}
        </ul>
        <div className="rh-paper__section">
          <h2>My scores</h2>
        </div>
        <p>
          From 0 (does not do this at all) to {MOST} (does this very well). Leave a box empty where you can’t
          say.
        </p>
        <table className="govuk-table rh-sheet__list">
          <thead>
            <tr>
              <td />
              {criteria.map(({ id, label }) => (
                <th key={id} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {options.map(({ id, position, title }) => (
              <tr key={id}>
                <th scope="row">
                  {letterOf(position)}: {title}
                </th>
                {criteria.map((criterion) => (
                  <td key={criterion.id}>
                    <Box />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <ul className="rh-list">
          {options.map(({ id, position, title, summary }) => (
            <li key={id}>
              <strong>
                {letterOf(position)}: {title}.
              </strong>{" "}
              {summary}
            </li>
          ))}
          {criteria.map(({ id, label, description }) => (
            <li key={id}>
              <strong>{label}:</strong> {description}
            </li>
          ))}
        </ul>
        <p className="rh-paper__short">
          I would choose first (one letter) <span className="rh-paper__line" />
        </p>
        <p className="rh-paper__short">
          I could live with (any letters) <span className="rh-paper__line" />
        </p>
      </div>
    </article>
  );
}
