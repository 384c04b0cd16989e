import type { KeptAnswer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { asksFor } from "./questionnaire";
import { breakdownsOf } from "./rules";

/** One count that a response raises: see the table survey_tallies. */
export type Tally = {
  byQuestion: string;
  byAnswer: string;
  question: string;
  part: string;
  answer: string;
};

const state = (kept: KeptAnswer | undefined) => `~${kept?.state ?? "not_shown"}`;

/** What a question's answer counts under: its state, and each thing that was chosen. */
function marksOf(question: Question, kept: KeptAnswer | undefined): { part: string; answer: string }[] {
  const marks = [{ part: "", answer: state(kept) }];
  if (kept?.state === "skipped" && kept.why) marks.push({ part: "~why", answer: kept.why });
  if (kept?.state !== "answered") return marks;
  for (const [row, option] of Object.entries(kept.rows ?? {})) marks.push({ part: row, answer: option });
  for (const [n, choice] of (kept.choices ?? []).entries()) {
    if (question.kind === "rank") marks.push({ part: choice, answer: String(n + 1) });
    else marks.push({ part: "", answer: choice });
  }
  if (kept.number !== undefined) marks.push({ part: "", answer: String(kept.number) });
  return marks;
}

/** The one value by which a breakdown tells a response apart: what was answered, else the state. */
function groupOf(kept: KeptAnswer | undefined): string {
  if (kept?.state !== "answered") return state(kept);
  return kept.choices?.[0] ?? String(kept.number ?? state(kept));
}

/** Every count that one response raises, for all and for each breakdown that its version declares. */
export function talliesOf(questionnaire: Questionnaire, answers: Record<string, KeptAnswer>): Tally[] {
  const groups = [
    { byQuestion: "", byAnswer: "" },
    ...breakdownsOf(questionnaire).map((key) => ({ byQuestion: key, byAnswer: groupOf(answers[key]) })),
  ];
  const marks = questionnaire.questions
    .filter(asksFor)
    .flatMap((question) =>
      marksOf(question, answers[question.key]).map((mark) => ({ question: question.key, ...mark })),
    );
  return groups.flatMap((group) => marks.map((mark) => ({ ...group, ...mark })));
}
