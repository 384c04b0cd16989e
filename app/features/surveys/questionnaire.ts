import type { Condition, Kind, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { RESERVED_SLUGS } from "~/platform/slugs";

/** What a question can ask for, in the order in which staff choose. */
export const KINDS: readonly Kind[] = [
  "single",
  "multiple",
  "scale",
  "number",
  "date",
  "short_text",
  "long_text",
  "rank",
  "grid",
  "information",
];

/** How a condition compares. */
export const TESTS: readonly Condition["is"][] = [
  "any_of",
  "none_of",
  "answered",
  "not_answered",
  "at_least",
  "at_most",
];

/** The value of "Prefer not to say" in a form, and in conditions. */
export const PREFER_NOT = "prefer_not_to_say";
/** The value of "Other, please say". */
export const OTHER = "other";

/** Steps of a survey's address that are no questions. */
export const STEPS = [
  "check",
  "sent",
  "save",
  "return",
  "stop",
  "start",
  "about-you",
  "voucher",
  "equality",
] as const;

/** What a key looks like: it names fields of forms and columns of exports, and never changes. */
export const KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** Words that no question may have for a key. */
export const isTakenKey = (key: string) =>
  [...RESERVED_SLUGS, ...STEPS, "action", "website", "form", "constructor"].includes(key);

/** A question with nothing set but its key, kind and words. */
export function newQuestion(
  key: string,
  kind: Kind,
  title: string,
  change: Partial<Question> = {},
): Question {
  return {
    key,
    kind,
    title,
    hint: "",
    required: false,
    preferNot: false,
    options: [],
    other: false,
    most: null,
    scale: kind === "scale" ? { from: 1, to: 5, fromLabel: "", toLabel: "" } : null,
    number: kind === "number" ? { least: null, most: null, whole: true, unit: "" } : null,
    rows: [],
    showWhen: null,
    section: null,
    withPrevious: false,
    breakdown: false,
    replaces: null,
    ...change,
  };
}

/** A questionnaire that asks nothing yet. */
export const EMPTY: Questionnaire = { form: 1, sections: [], questions: [], translations: {} };

/** Questions that have answers. */
export const asksFor = (question: Question) => question.kind !== "information";

/** The options as they are offered, "other" and "prefer not to say" included, by key. */
export function offered(question: Question): string[] {
  const own = question.options.map((option) => option.key);
  return [...own, ...(question.other ? [OTHER] : []), ...(question.preferNot ? [PREFER_NOT] : [])];
}

/** The values of a scale, from one end to the other. */
export function steps({ scale }: Pick<Question, "scale">): number[] {
  if (!scale) return [];
  return Array.from({ length: scale.to - scale.from + 1 }, (_, n) => scale.from + n);
}

/** Questions that stand on one page. Its key is its first question's. */
export type SurveyPage = { key: string; section: string | null; questions: Question[] };

/** All pages in their order, whoever sees them. */
export function pagesOf({ questions }: Questionnaire): SurveyPage[] {
  const pages: SurveyPage[] = [];
  for (const question of questions) {
    const last = pages.at(-1);
    if (last && question.withPrevious && last.section === question.section) last.questions.push(question);
    else pages.push({ key: question.key, section: question.section, questions: [question] });
  }
  return pages;
}
