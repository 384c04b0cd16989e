import type { KeptAnswer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { Answers } from "./answers";
import { keptAnswers } from "./route";
import { fieldOf, numbered, readSheet } from "./typing";

/** A form as it was posted. */
type Posted = Record<string, string | string[] | undefined>;

/** The answers of a sheet as they are kept; or what is wrong by field. `off`: questions that the rules lead past. */
export type SheetRead =
  | { ok: true; answers: Record<string, KeptAnswer> }
  | { ok: false; fields: Record<string, string[]>; off: string[] };

/**
 * Reads a whole sheet as it was typed. What stands on it off the route is pointed out first, and left out when
 * `leaveOut` names exactly those questions: then somebody has seen it.
 */
export function answersOf(questionnaire: Questionnaire, typed: Posted, leaveOut: string): SheetRead {
  const { answers, wrong, off } = readSheet(questionnaire, typed);
  const keys = off.map(({ key }) => key);
  if (wrong.length === 0 && keys.join(" ") === leaveOut) {
    return { ok: true, answers: keptAnswers(questionnaire, answers) };
  }
  const fields: Record<string, string[]> = {};
  for (const { field, text } of wrong) fields[field] = [text];
  for (const question of wrong.length === 0 ? off : []) {
    fields[fieldOf(question)] = [
      `Question ${numberOf(questionnaire, question)} is answered, though the answers before lead past it. Check them, or save again to leave it out`,
    ];
  }
  return { ok: false, fields, off: wrong.length === 0 ? keys : [] };
}

const numberOf = (questionnaire: Questionnaire, question: Question) =>
  numbered(questionnaire).find((one) => one.question.key === question.key)?.number;

/** The answers of two typings, each question's from the one that somebody chose; then the route is walked again. */
export function chosenAnswers(
  questionnaire: Questionnaire,
  first: Record<string, KeptAnswer>,
  second: Record<string, KeptAnswer>,
  takeSecond: (key: string) => boolean,
): Record<string, KeptAnswer> {
  const answers: Answers = {};
  for (const { key } of questionnaire.questions) {
    const answer = (takeSecond(key) ? second : first)[key];
    if (answer && answer.state !== "not_shown") answers[key] = answer;
  }
  return keptAnswers(questionnaire, answers);
}
