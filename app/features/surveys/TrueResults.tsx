import { Table } from "~/ui/Table";
import type { TrueResults as Results, TrueLine, TrueResult } from "./staff-results";

/** Every answer in true numbers, question by question, and the way to answer what people said. For staff alone. */
export function TrueResults({ results, answerAt }: { results: Results; answerAt?: (key: string) => string }) {
  const sections = results.questions.map((question) => (
    <section key={question.key}>
      <h3>{question.title}</h3>
      <p className="rh-note">{baseOf(question)}</p>
      {answerAt && (
        <p>
          <a href={answerAt(question.key)}>
            Answer it in public<span className="govuk-visually-hidden">: {question.title}</span>
          </a>
        </p>
      )}
      {question.parts.map(({ key, label, lines }) => (
        <Table
          key={key}
          caption={label ?? question.title}
          captionHidden={label === null}
          captionSize="s"
          rows={lines}
          rowKey={({ code }) => code}
          columns={[
            { header: "Answer", cell: (line: TrueLine) => line.label },
            {
              header: "Responses",
              numeric: true,
              cell: (line: TrueLine) => line.all.toLocaleString("en-GB"),
            },
            {
              header: "Of those who answered",
              numeric: true,
              cell: (line: TrueLine) => share(line.all, question),
            },
            ...results.groups.map((group, at) => ({
              header: group.label,
              numeric: true,
              cell: (line: TrueLine) => line.groups[at] ?? 0,
            })),
          ]}
        />
      ))}
    </section>
  ));
  return <div className={results.groups.length > 0 ? "rh-results-list" : "rh-results-grid"}>{sections}</div>;
}

/** How many answered, and what became of the others: four different things. */
function baseOf({ answered, skipped, preferNot, notAsked }: TrueResult): string {
  return [
    `${answered.toLocaleString("en-GB")} answered`,
    `${skipped} left it out`,
    preferNot > 0 && `${preferNot} preferred not to say`,
    notAsked > 0 && `${notAsked} were not asked`,
  ]
    .filter(Boolean)
    .join(", ");
}

const share = (part: number, { answered }: TrueResult) =>
  answered > 0 ? `${Math.round((100 * part) / answered)}%` : "–";
