import { ageBandOf } from "./born";
import {
  type Answers,
  backgroundsOf,
  codesOf,
  NONE,
  PREFER_NOT,
  QUESTIONS,
  type QuestionKey,
} from "./code-lists";

/** Answers on the way: a neighbourhood, the date of birth as it was typed, and the rest as codes. */
export type Draft = { place: string; born: string; answers: Answers };

/** One page: where somebody lives, or a question. */
export type Step = "place" | QuestionKey;

/** Nothing said yet. */
export const EMPTY: Draft = { place: "", born: "", answers: {} };

/** What is wrong with a page. */
export type Problem = "year" | "one" | "not_offered";

/** The pages in their order, by what has been answered and by what this borough asks beside the usual. */
export function stepsOf({ answers }: Draft, extras: readonly string[]): Step[] {
  const isAsked = (question: QuestionKey) => {
    if (question === "effect") return answers.condition === "yes";
    if (question === "background") return backgroundsOf(answers.ethnicity ?? "").length > 0;
    return !["gender", "religion", "orientation"].includes(question) || extras.includes(question);
  };
  return ["place", ...QUESTIONS.filter(isAsked)];
}

/** The answers that a page offers. */
export function offeredOn(step: QuestionKey, { answers }: Draft): readonly string[] {
  return step === "background" ? backgroundsOf(answers.ethnicity ?? "") : codesOf(step);
}

/** What stands in a page's fields when somebody comes back to it. */
export function typedOn(step: Step, { place, born, answers }: Draft): Record<string, string> {
  if (step === "place") return { place };
  if (step === "age") return { age: born, prefer: answers.age === PREFER_NOT ? PREFER_NOT : "" };
  return { [step]: answers[step] ?? "" };
}

type Read = { ok: true; draft: Draft } | { ok: false; problem: Problem };

/** Reads one page. Nothing has to be answered; what is not offered is refused. `places`: the neighbourhoods there are. */
export function readStep(
  step: Step,
  posted: Readonly<Record<string, string | string[] | undefined>>,
  { draft, places, now }: { draft: Draft; places: readonly string[]; now: Date },
): Read {
  const typed = String([posted[step] ?? ""].flat()[0] ?? "");
  if (step === "place") {
    if (typed !== "" && !places.includes(typed)) return { ok: false, problem: "not_offered" };
    return { ok: true, draft: { ...draft, place: typed } };
  }
  if (step === "age") return readAge(typed.trim(), posted.prefer === PREFER_NOT, draft, now);
  if (typed !== "" && typed !== PREFER_NOT && !offeredOn(step, draft).includes(typed)) {
    return { ok: false, problem: "not_offered" };
  }
  const answers = { ...draft.answers };
  if (typed === "") delete answers[step];
  else answers[step] = typed;
  return { ok: true, draft: { ...draft, answers: onlyWhatFits(answers) } };
}

function readAge(typed: string, prefersNot: boolean, draft: Draft, now: Date): Read {
  const { age: _, ...others } = draft.answers;
  if (typed !== "" && prefersNot) return { ok: false, problem: "one" };
  if (prefersNot) return { ok: true, draft: { ...draft, born: "", answers: { ...others, age: PREFER_NOT } } };
  if (typed === "") return { ok: true, draft: { ...draft, born: "", answers: others } };
  const age = typed.length > 40 ? null : ageBandOf(typed, now);
  if (!age) return { ok: false, problem: "year" };
  return { ok: true, draft: { ...draft, born: typed, answers: { ...others, age } } };
}

/** Without answers to questions that other answers lead past. */
function onlyWhatFits(answers: Answers): Answers {
  const { effect, background, ...rest } = answers;
  const fits = background === PREFER_NOT || backgroundsOf(rest.ethnicity ?? "").includes(background ?? "");
  return {
    ...rest,
    ...(effect && rest.condition === "yes" ? { effect } : {}),
    ...(background && fits && backgroundsOf(rest.ethnicity ?? "").length > 0 ? { background } : {}),
  };
}

/** What is kept of it: every question that was asked, with `none` where nothing was said. */
export function keptOf(draft: Draft, extras: readonly string[]): Answers {
  const asked = stepsOf(draft, extras).filter((step): step is QuestionKey => step !== "place");
  return Object.fromEntries(asked.map((question) => [question, draft.answers[question] ?? NONE]));
}
