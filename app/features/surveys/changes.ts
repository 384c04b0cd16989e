import type { Change, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { canonical } from "./canonical";
import { renamePiped, textsOf } from "./texts";

/** True for questions that stand otherwise in the draft than in what is published, or were never published. */
export const isUnpublished = (draft: Questionnaire, published: Questionnaire | undefined) =>
  !published || canonical(draft) !== canonical(published);

/** What a new version is, by its weightiest change. */
export const CLASSES = ["first", "wording", "addition", "meaning"] as const;
/** One of them. */
export type ChangeClass = (typeof CLASSES)[number];

/**
 * Compares a draft with the version before it, question by question. Words that changed are wording unless
 * staff say otherwise; another kind, an answer that is gone, or another scale is always another meaning.
 */
export function changesBetween(before: Questionnaire, after: Questionnaire): Change[] {
  const old = new Map(before.questions.map((question) => [question.key, question]));
  const now = new Set(after.questions.map((question) => question.key));
  const changed = after.questions.flatMap((question): Change[] => {
    const was = old.get(question.key);
    if (!was) return [{ ...named(question), kind: "added", forced: false, text: "A new question." }];
    const found = changeOf(was, question);
    return found ? [{ ...named(question), ...found }] : [];
  });
  const gone = before.questions
    .filter((question) => !now.has(question.key))
    .map(
      (question): Change => ({
        ...named(question),
        kind: "removed",
        forced: false,
        text: "Not asked any more; its answers stay.",
      }),
    );
  return [...changed, ...gone];
}

const named = ({ key, title }: Question) => ({ key, title });

function changeOf(was: Question, now: Question): Omit<Change, "key" | "title"> | null {
  const meaning = (text: string) => ({ kind: "meaning" as const, forced: true, text });
  if (was.kind !== now.kind) return meaning("It asks in another way, so answers can't be counted together.");
  const lost = [...was.options, ...was.rows].find(
    (one) => ![...now.options, ...now.rows].some((other) => other.key === one.key),
  );
  if (lost) return meaning(`“${lost.label}” can't be answered any more.`);
  if (was.scale && (was.scale.from !== now.scale?.from || was.scale.to !== now.scale?.to)) {
    return meaning("The scale has other ends.");
  }
  if (was.number && (was.number.unit !== now.number?.unit || was.number.whole !== now.number?.whole)) {
    return meaning("The number counts something else.");
  }
  if (now.options.length > was.options.length || now.rows.length > was.rows.length) {
    return { kind: "addition", forced: false, text: "There are more answers to choose from." };
  }
  if (now.other !== was.other || now.most !== was.most || now.preferNot !== was.preferNot) {
    return { kind: "addition", forced: false, text: "It can be answered in more or fewer ways." };
  }
  const words = canonical(textsOf(only(was))) !== canonical(textsOf(only(now)));
  if (words) return { kind: "wording", forced: false, text: "Other words." };
  const asked = canonical([was.showWhen, was.required]) !== canonical([now.showWhen, now.required]);
  return asked ? { kind: "addition", forced: false, text: "Other people are asked, or it is needed." } : null;
}

const only = (question: Question): Questionnaire => ({
  form: 1,
  sections: [],
  questions: [question],
  translations: {},
});

/** The class of a version with these changes; `first` where there was none before. */
export function classOf(changes: readonly Change[] | null): ChangeClass {
  if (!changes) return "first";
  if (changes.some(({ kind }) => kind === "meaning")) return "meaning";
  return changes.some(({ kind }) => kind !== "wording") ? "addition" : "wording";
}

/**
 * Gives each of these questions a new key, since it means something else now: `trust` becomes `trust_2`. Rules,
 * piping and translations follow.
 */
export function withNewKeys(
  questionnaire: Questionnaire,
  keys: readonly string[],
  taken: readonly string[],
): Questionnaire {
  const used = new Set([...taken, ...questionnaire.questions.map((question) => question.key)]);
  const renamed = new Map<string, string>();
  for (const key of keys) {
    const stem = key.replace(/_\d+$/, "").slice(0, 36);
    let n = 2;
    while (used.has(`${stem}_${n}`)) n += 1;
    used.add(`${stem}_${n}`);
    renamed.set(key, `${stem}_${n}`);
  }
  const to = (key: string) => renamed.get(key) ?? key;
  const inRule = (rule: Question["showWhen"]) =>
    rule && {
      ...rule,
      conditions: rule.conditions.map((one) => {
        const [key = "", ...row] = one.question.split("-");
        return { ...one, question: [to(key), ...row].join("-") };
      }),
    };
  return {
    ...questionnaire,
    sections: questionnaire.sections.map((section) => ({ ...section, showWhen: inRule(section.showWhen) })),
    questions: questionnaire.questions.map((question) => ({
      ...question,
      key: to(question.key),
      replaces: renamed.has(question.key) ? question.key : question.replaces,
      title: renamePiped(question.title, to),
      hint: renamePiped(question.hint, to),
      showWhen: inRule(question.showWhen),
    })),
    translations: Object.fromEntries(
      Object.entries(questionnaire.translations).map(([locale, texts]) => [
        locale,
        Object.fromEntries(
          Object.entries(texts).map(([key, text]) => [
            key.replace(/^q\.([a-z0-9_]+)\./, (_, one: string) => `q.${to(one)}.`),
            renamePiped(text, to),
          ]),
        ),
      ]),
    ),
  };
}
