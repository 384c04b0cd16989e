import type { Question, Questionnaire, SurveySection } from "~/db/tables/surveys-documents";
import { keyFrom, ruleFrom, typedRule } from "./question-form";
import { fieldsOf, sectionForm } from "./schema";

type Typed = Record<string, unknown>;

/** The draft with one part put in or changed, or what is wrong with what was typed. */
export function withSection(
  draft: Questionnaire,
  { key, typed }: { key: string | null; typed: Typed },
): Questionnaire | { fields: Record<string, string[]> } {
  const parsed = sectionForm.safeParse(typed);
  if (!parsed.success) return { fields: fieldsOf(parsed.error) };
  const { title, text } = parsed.data;
  const taken = draft.sections.map((section) => section.key);
  const before = draft.sections.find((one) => one.key === key);
  const section = {
    key: before?.key ?? keyFrom(title, taken, "part"),
    title,
    text,
    showWhen: ruleFrom(draft, typed),
  };
  const sections = before
    ? draft.sections.map((one) => (one === before ? section : one))
    : [...draft.sections, section];
  return { ...draft, sections };
}

/** The draft without one part; its questions stay where they are, in no part. */
export function withoutSection(draft: Questionnaire, key: string): Questionnaire {
  return {
    ...draft,
    sections: draft.sections.filter((section) => section.key !== key),
    questions: draft.questions.map((one) => (one.section === key ? { ...one, section: null } : one)),
  };
}

/** The draft with one part a place earlier or later, together with its questions. */
export function withSectionMoved(draft: Questionnaire, key: string, by: -1 | 1): Questionnaire {
  const from = draft.sections.findIndex((section) => section.key === key);
  const [moved, other] = [draft.sections[from], draft.sections[from + by]];
  if (!moved || !other) return draft;
  const sections = [...draft.sections];
  sections[from] = other;
  sections[from + by] = moved;
  return { ...draft, sections, questions: questionsMoved(draft.questions, moved.key, other.key, by) };
}

function questionsMoved(questions: readonly Question[], key: string, past: string, by: -1 | 1): Question[] {
  const own = questions.filter((one) => one.section === key);
  const rest = questions.filter((one) => one.section !== key);
  const at =
    by < 0
      ? rest.findIndex((one) => one.section === past)
      : rest.findLastIndex((one) => one.section === past) + 1;
  // Beside a part without questions there is nothing to pass.
  if (!rest.some((one) => one.section === past)) return [...questions];
  return [...rest.slice(0, at), ...own, ...rest.slice(at)];
}

/** A part as its form shows it. */
export function typedSection(draft: Questionnaire, section: SurveySection): Record<string, string> {
  return { title: section.title, text: section.text, ...typedRule(draft, section.showWhen) };
}

/** Questions that stand before a part, which its rule may ask about; all of them before a part without questions. */
export function questionsBefore({ questions }: Questionnaire, key: string | null): Question[] {
  const first = questions.findIndex((one) => one.section === key && key !== null);
  return questions.slice(0, first < 0 ? undefined : first).filter((one) => one.kind !== "information");
}
