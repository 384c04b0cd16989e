import type {
  Condition,
  Option,
  Question,
  Questionnaire,
  Rule,
  SurveySection,
} from "~/db/tables/surveys-documents";
import { newQuestion, OTHER, PREFER_NOT, TESTS } from "./questionnaire";
import { CONDITIONS, fieldsOf, questionForm } from "./schema";

type Typed = Record<string, unknown>;
type Fields = Record<string, string[]>;

/** A key out of words: small letters, digits and low lines, and not one of those that are taken. */
export function keyFrom(words: string, taken: readonly string[], fallback: string): string {
  const plain = words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 24)
    .replace(/_+$/, "");
  const stem = plain || fallback;
  let key = stem;
  for (let n = 2; taken.includes(key); n += 1) key = `${stem}_${n}`;
  return key;
}

/** Lines of a box as answers. `key | words` keeps its key, words that were there keep theirs, others get one. */
function optionsFrom(lines: readonly string[], before: readonly Option[], fallback: string): Option[] {
  const options: Option[] = [];
  for (const line of lines) {
    const [, given, words] = /^([a-z][a-z0-9_]{0,39})\s*\|\s*(.+)$/.exec(line) ?? [];
    const label = words ?? line;
    const taken = [...options.map((one) => one.key), OTHER, PREFER_NOT];
    const same = before.find((one) => one.label === label && !taken.includes(one.key));
    options.push({ key: given ?? same?.key ?? keyFrom(label, taken, fallback), label });
  }
  return options;
}

const linesOf = (options: readonly Option[]) =>
  options.map((option) => `${option.key} | ${option.label}`).join("\n");

/** Answers that a condition names, as keys: staff may write them in words. */
function valuesFrom(typed: string, asked: Question | undefined): string[] {
  return typed
    .split(";")
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      if (/^prefer not to say$/i.test(one)) return PREFER_NOT;
      const found = asked?.options.find(({ label }) => label.toLowerCase() === one.toLowerCase());
      return found?.key ?? one;
    });
}

/** One condition of the form, or null where no question is chosen. */
function conditionFrom(draft: Questionnaire, n: number, typed: Typed): Condition | null {
  const text = (name: string) => String([typed[`${name}${n}`] ?? ""].flat().join(";")).trim();
  const question = text("when").slice(0, 81);
  if (!question) return null;
  const asked = draft.questions.find((one) => one.key === question.split("-")[0]);
  const is = TESTS.find((one) => one === text("is")) ?? "any_of";
  return { question, is, values: valuesFrom(text("values").slice(0, 2000), asked) };
}

/** The rule of a form; null where it has no condition. */
export function ruleFrom(draft: Questionnaire, typed: Typed): Rule | null {
  const conditions = CONDITIONS.flatMap((n) => conditionFrom(draft, n, typed) ?? []);
  return conditions.length > 0 ? { match: typed.match === "any" ? "any" : "all", conditions } : null;
}

/** A rule as a form shows it. */
export function typedRule(draft: Questionnaire, rule: Rule | null): Record<string, string> {
  const conditions = (rule?.conditions ?? []).flatMap((one, n) => {
    const asked = draft.questions.find(({ key }) => key === one.question.split("-")[0]);
    const words = one.values.map((value) => asked?.options.find(({ key }) => key === value)?.label ?? value);
    return [
      [`when${n + 1}`, one.question],
      [`is${n + 1}`, one.is],
      [`values${n + 1}`, words.join("; ")],
    ];
  });
  return { match: rule?.match ?? "all", ...Object.fromEntries(conditions) };
}

/** The draft with one question put in or changed, or what is wrong with what was typed. */
export function withQuestion(
  draft: Questionnaire,
  { key, typed }: { key: string | null; typed: Typed },
): { draft: Questionnaire; key: string } | { fields: Fields } {
  const parsed = questionForm.safeParse(typed);
  if (!parsed.success) return { fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const before = draft.questions.find((one) => one.key === key);
  const taken = draft.questions.map((one) => one.key);
  const name = before?.key ?? keyFrom(form.key || form.title, taken, "question");
  const section = form.section ? sectionFor(draft, form.section) : null;
  if (form.section && !section) return { fields: { section: ["Choose a part from the list"] } };
  const kind = form.kind as Question["kind"];
  const scale = { from: form.scaleFrom ?? 1, to: form.scaleTo ?? 5 };
  if (
    kind === "scale" &&
    (!Number.isInteger(scale.from) || !Number.isInteger(scale.to) || scale.to <= scale.from)
  ) {
    return { fields: { scaleTo: ["The last step must be a whole number above the first"] } };
  }
  const question = newQuestion(name, kind, form.title, {
    hint: form.hint,
    required: form.required && kind !== "information",
    preferNot: form.preferNot && kind !== "information",
    options: ["single", "multiple", "rank", "grid"].includes(kind)
      ? optionsFrom(form.options, before?.options ?? [], "answer")
      : [],
    other: form.other && (kind === "single" || kind === "multiple"),
    most: kind === "multiple" || kind === "rank" ? form.most : null,
    rows: kind === "grid" ? optionsFrom(form.rows, before?.rows ?? [], "row") : [],
    scale: kind === "scale" ? { ...scale, fromLabel: form.fromLabel, toLabel: form.toLabel } : null,
    number:
      kind === "number"
        ? { least: form.least, most: form.greatest, whole: form.whole, unit: form.unit }
        : null,
    showWhen: ruleFrom(draft, typed),
    section: section?.key ?? null,
    withPrevious: form.withPrevious,
    breakdown: form.breakdown && (kind === "single" || kind === "scale"),
    replaces: before?.replaces ?? null,
  });
  const questions = before
    ? draft.questions.map((one) => (one === before ? question : one))
    : [...draft.questions, question];
  return { draft: { ...draft, questions }, key: name };
}

/** The section of this key. */
const sectionFor = ({ sections }: Questionnaire, wanted: string): SurveySection | undefined =>
  sections.find(({ key }) => key === wanted);

/** The draft without one question. */
export const withoutQuestion = (draft: Questionnaire, key: string): Questionnaire => ({
  ...draft,
  questions: draft.questions.filter((one) => one.key !== key),
});

/** The draft with one question a place earlier or later. */
export function withMoved(draft: Questionnaire, key: string, by: -1 | 1): Questionnaire {
  const from = draft.questions.findIndex((one) => one.key === key);
  const to = from + by;
  const [moved, other] = [draft.questions[from], draft.questions[to]];
  if (!moved || !other) return draft;
  const questions = [...draft.questions];
  questions[from] = other;
  questions[to] = moved;
  return { ...draft, questions };
}

/** A question as its form shows it. */
export function typedQuestion(draft: Questionnaire, question: Question): Record<string, string | string[]> {
  const yes = (is: boolean) => (is ? "yes" : "");
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : String(value);
  return {
    kind: question.kind,
    title: question.title,
    hint: question.hint,
    required: yes(question.required),
    preferNot: yes(question.preferNot),
    options: linesOf(question.options),
    other: yes(question.other),
    most: text(question.most),
    rows: linesOf(question.rows),
    scaleFrom: text(question.scale?.from),
    scaleTo: text(question.scale?.to),
    fromLabel: question.scale?.fromLabel ?? "",
    toLabel: question.scale?.toLabel ?? "",
    least: text(question.number?.least),
    greatest: text(question.number?.most),
    whole: yes(question.number?.whole ?? false),
    unit: question.number?.unit ?? "",
    section: question.section ?? "",
    withPrevious: yes(question.withPrevious),
    breakdown: yes(question.breakdown),
    ...typedRule(draft, question.showWhen),
  };
}
