import type { KeptAnswer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { Answers } from "./answers";
import { keptAnswers } from "./route";
import { answerWords } from "./texts";
import { compareSheets, fieldOf, numbered, readSheet } from "./typing";

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

/** Whether somebody typed that the box at the end of the sheet is ticked: words may be published. */
export const saysMayQuote = (typed: Posted) => typed.mayQuote === "yes";

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

/** A question that two people typed differently, with what each typed in words. */
export type Difference = { field: string; title: string; first: string; second: string };

/** What differs between two typings, in the order of the sheet. */
export function differencesOf(
  questionnaire: Questionnaire,
  first: Record<string, KeptAnswer>,
  second: Record<string, KeptAnswer>,
): Difference[] {
  return compareSheets(questionnaire, first, second).differ.map((question) => ({
    field: fieldOf(question),
    title: `${numberOf(questionnaire, question)}. ${question.title}`,
    first: keptWords(question, first[question.key]),
    second: keptWords(question, second[question.key]),
  }));
}

const STATE_WORDS = {
  prefer_not: "Prefer not to say",
  two_ticked: "More boxes ticked than may be",
  illegible: "Can’t be read",
  skipped: "Left empty",
  not_shown: "Passed over, by the answers before",
} as const;

function keptWords(question: Question, kept: KeptAnswer | undefined): string {
  if (!kept) return STATE_WORDS.not_shown;
  if (kept.state === "skipped") return STATE_WORDS[kept.why ?? "skipped"];
  if (kept.state !== "answered") return STATE_WORDS[kept.state];
  const lines = answerWords(question, kept, (_, text) => ({ text, english: false }));
  return lines.map((line) => line || "Other").join(question.kind === "rank" ? ", then " : ", ");
}
