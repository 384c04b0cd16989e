import type { ReactNode } from "react";
import type { Question, Questionnaire } from "~/db/tables/surveys-documents";
import { Button } from "~/ui/Button";
import { Table } from "~/ui/Table";
import type { Fault } from "./faults";
import { readingHints } from "./readability";
import { KIND_WORDS, ruleWords } from "./staff-words";

type QuestionTableProps = {
  slug: string;
  draft: Questionnaire;
  faults: readonly Fault[];
  /** The hidden proof that every form carries; null for who may only look. */
  proof: ReactNode;
};

/** The route through a questionnaire, question by question: who is asked, what is wrong, what reads badly. */
export function QuestionTable({ slug, draft, faults, proof }: QuestionTableProps) {
  const at = (question: Question) => `/manage/surveys/${slug}/questions/${question.key}`;
  const sections = new Map(draft.sections.map((section) => [section.key, section]));
  const wrong = (question: Question) =>
    faults.filter(
      (fault) =>
        fault.at === question.key || (question.section && fault.at === `section:${question.section}`),
    );
  return (
    <Table
      caption="Questions and the way through them"
      cards
      rows={draft.questions}
      rowKey={({ key }) => key}
      columns={[
        {
          header: "Question",
          cell: (question) => (
            <>
              {proof ? <a href={at(question)}>{question.title || question.key}</a> : question.title}
              <br />
              <span className="rh-note">
                {KIND_WORDS[question.kind]}, {question.key}
                {question.required && ", has to be answered"}
                {question.withPrevious && ", on the page before"}
              </span>
            </>
          ),
        },
        {
          header: "Who is asked",
          cell: (question) => {
            const section = question.section ? sections.get(question.section) : undefined;
            const rules = [ruleWords(section?.showWhen ?? null, draft), ruleWords(question.showWhen, draft)];
            const said = rules.filter(Boolean);
            return said.length > 0 ? `Only if ${said.join(", and ")}` : "Everyone";
          },
        },
        {
          header: "To look at",
          cell: (question) => (
            <>
              {wrong(question).map(({ text }) => (
                <p key={text}>
                  <strong>{text}</strong>
                </p>
              ))}
              {readingHints(question.title).map((hint) => (
                <p key={hint} className="rh-note">
                  {hint}
                </p>
              ))}
            </>
          ),
        },
        {
          header: "Order",
          cell: (question) =>
            proof && (
              <form method="post" action={`/manage/surveys/${slug}/move`}>
                {proof}
                <input type="hidden" name="key" value={question.key} />
                <Button name="by" value="up" variant="secondary" small>
                  Up<span className="govuk-visually-hidden">: {question.title}</span>
                </Button>{" "}
                <Button name="by" value="down" variant="secondary" small>
                  Down<span className="govuk-visually-hidden">: {question.title}</span>
                </Button>
              </form>
            ),
        },
      ]}
    />
  );
}
