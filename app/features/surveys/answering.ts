import type { Answer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { type Answers, readAnswer, type Wrong } from "./answers";
import { firstOpenPage, pageAfter, pageBefore, pagesOnRoute } from "./route";
import type { HelpedChannel } from "./rules";

/** Answers on the way, and of a linked survey who gives them. */
export type Draft = {
  version: number;
  answers: Answers;
  who?: { name: string; email: string };
  /** Where staff put them in for somebody: by which way, and whose account. */
  helped?: { channel: HelpedChannel; by: string | null };
};

/** What is wrong with one field of a page. */
export type WrongField = { field: string } & Wrong;

/** Which button was pressed, and whether the person came from the page where answers are checked. */
export type Move = { back: boolean; fromCheck: boolean };

/** The answers after a page was sent, what is wrong with it, and where to go when nothing is. */
export type Turned = { answers: Answers; wrong: WrongField[]; next: string | null };

type Posted = Record<string, string | string[] | undefined>;

/**
 * Reads one page of a form. `next` is the key of a page, `check` after the last one, or null before the first.
 * Going back keeps what is right and says nothing of the rest. A page that is off the route changes nothing.
 */
export function turnPage(
  questionnaire: Questionnaire,
  before: Answers,
  { page: key, posted, move }: { page: string; posted: Posted; move: Move },
): Turned {
  const page = pagesOnRoute(questionnaire, before).find((one) => one.key === key);
  if (!page) return { answers: before, wrong: [], next: firstOpenPage(questionnaire, before) ?? "check" };
  const answers: Record<string, Answer> = { ...before };
  const wrong: WrongField[] = [];
  for (const question of page.questions) {
    if (question.kind === "information") continue;
    const read = readAnswer(question, posted);
    if (read.ok) answers[question.key] = read.answer;
    else if (!move.back) wrong.push({ field: read.field, problem: read.problem, values: read.values });
  }
  if (move.back) return { answers, wrong: [], next: pageBefore(questionnaire, answers, key) };
  const open = firstOpenPage(questionnaire, answers);
  const next = move.fromCheck ? open : (pageAfter(questionnaire, answers, key) ?? open);
  return { answers, wrong, next: next ?? "check" };
}

/** The page that somebody may see who asks for this one: itself, or the one that comes first. */
export function pageFor(questionnaire: Questionnaire, answers: Answers, wanted: string): string {
  const route = pagesOnRoute(questionnaire, answers).map((page) => page.key);
  const open = firstOpenPage(questionnaire, answers);
  if (wanted === "check") return open ?? "check";
  const here = route.indexOf(wanted);
  if (here === -1) return open ?? "check";
  return open !== null && here > route.indexOf(open) ? open : wanted;
}

/** Where a page stands: "3 of 7" by the route as it is now. */
export function placeOf(questionnaire: Questionnaire, answers: Answers, key: string) {
  const route = pagesOnRoute(questionnaire, answers);
  return { n: route.findIndex((page) => page.key === key) + 1, of: route.length };
}

/** The fields of a question in the order in which they stand, so that the first wrong one comes first. */
export function fieldsOn(questions: readonly Question[]): string[] {
  return questions.flatMap(({ key, rows, options }) => [
    key,
    ...rows.map((row) => `${key}-${row.key}`),
    ...options.map((option) => `${key}-${option.key}`),
    `${key}-other`,
  ]);
}
