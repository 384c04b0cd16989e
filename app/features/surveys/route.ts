import type {
  Answer,
  Condition,
  KeptAnswer,
  Question,
  Questionnaire,
  Rule,
} from "~/db/tables/surveys-documents";
import type { Answers } from "./answers";
import { asksFor, PREFER_NOT, pagesOf, type SurveyPage } from "./questionnaire";

/** What an answer is for conditions: its choices or its number as text; nothing when there is none. */
function valuesOf(answer: Answer | undefined, row: string | undefined): string[] {
  if (!answer || answer.state === "skipped") return [];
  if (answer.state === "prefer_not") return [PREFER_NOT];
  if (row !== undefined) return answer.rows?.[row] === undefined ? [] : [answer.rows[row]];
  if (answer.choices) return answer.choices;
  if (answer.number !== undefined) return [String(answer.number)];
  return [answer.text ?? answer.date ?? "rows"];
}

/** True when a condition holds for the answers on the route so far. */
function holdsFor({ question, is, values }: Condition, on: Answers): boolean {
  const [key = "", row] = question.split("-");
  const given = valuesOf(on[key], row);
  if (is === "answered") return given.length > 0;
  if (is === "not_answered") return given.length === 0;
  if (is === "any_of") return given.some((one) => values.includes(one));
  if (is === "none_of") return !given.some((one) => values.includes(one));
  const number = Number(given[0] ?? Number.NaN);
  return is === "at_least" ? number >= Number(values[0]) : number <= Number(values[0]);
}

/** True when nothing hides it. */
export function isShown(rule: Rule | null, on: Answers): boolean {
  if (!rule || rule.conditions.length === 0) return true;
  return rule.match === "all"
    ? rule.conditions.every((one) => holdsFor(one, on))
    : rule.conditions.some((one) => holdsFor(one, on));
}

/** The way through a questionnaire that given answers lead. */
export type Route = {
  /** Questions that are shown, in order. */
  questions: Question[];
  /** Answers to them; what was answered off the route is not among them. */
  on: Answers;
};

/**
 * Walks the questions in order: each is shown when its section's rule and its own hold for the answers on the
 * route before it. An answer that is off the route counts for nothing, also not for what follows.
 */
export function routeOf(questionnaire: Questionnaire, answers: Answers): Route {
  const rules = new Map(questionnaire.sections.map((section) => [section.key, section.showWhen]));
  const route: Route = { questions: [], on: {} };
  for (const question of questionnaire.questions) {
    const section = question.section === null ? null : (rules.get(question.section) ?? null);
    if (!isShown(section, route.on) || !isShown(question.showWhen, route.on)) continue;
    route.questions.push(question);
    const answer = answers[question.key];
    if (answer) route.on[question.key] = answer;
  }
  return route;
}

/** The pages of that way, each with the questions that are shown on it. */
export function pagesOnRoute(questionnaire: Questionnaire, answers: Answers): SurveyPage[] {
  const shown = new Set(routeOf(questionnaire, answers).questions.map((question) => question.key));
  return pagesOf(questionnaire)
    .map((page) => ({ ...page, questions: page.questions.filter((one) => shown.has(one.key)) }))
    .filter((page) => page.questions.length > 0);
}

/** The page after this one, or null after the last. From a page that is off the route, the next that is on it. */
export function pageAfter(questionnaire: Questionnaire, answers: Answers, key: string): string | null {
  const order = pagesOf(questionnaire).map((page) => page.key);
  const here = order.indexOf(key);
  return pagesOnRoute(questionnaire, answers).find((page) => order.indexOf(page.key) > here)?.key ?? null;
}

/** The page before this one, or null before the first. `check` comes after the last. */
export function pageBefore(questionnaire: Questionnaire, answers: Answers, key: string): string | null {
  const order = pagesOf(questionnaire).map((page) => page.key);
  const here = key === "check" ? order.length : order.indexOf(key);
  return pagesOnRoute(questionnaire, answers).findLast((page) => order.indexOf(page.key) < here)?.key ?? null;
}

/**
 * The first page on the route that has a question nobody has passed yet, or a required one without an answer;
 * null when all have been passed.
 */
export function firstOpenPage(questionnaire: Questionnaire, answers: Answers): string | null {
  const isOpen = (question: Question) => {
    const answer = answers[question.key];
    return asksFor(question) && (!answer || (question.required && answer.state === "skipped"));
  };
  return pagesOnRoute(questionnaire, answers).find((page) => page.questions.some(isOpen))?.key ?? null;
}

/**
 * What is kept of the answers: every question of the version, in one of four states. Off the route is "not
 * shown", whatever was answered there before.
 */
export function keptAnswers(questionnaire: Questionnaire, answers: Answers): Record<string, KeptAnswer> {
  const route = routeOf(questionnaire, answers);
  const shown = new Set(route.questions.map((question) => question.key));
  return Object.fromEntries(
    questionnaire.questions.filter(asksFor).map(({ key }): [string, KeptAnswer] => {
      if (!shown.has(key)) return [key, { state: "not_shown" }];
      return [key, route.on[key] ?? { state: "skipped" }];
    }),
  );
}
