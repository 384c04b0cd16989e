import type { KeptAnswer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { partName } from "./answers";
import { OTHER } from "./questionnaire";

/** A place in a survey where people write words of their own: a text question, or "Other, please say". */
export type WordBox = { key: string; title: string; question: string; isOther: boolean };

const isText = ({ kind }: Question) => kind === "short_text" || kind === "long_text";

/** The boxes of a questionnaire in its order. */
export function boxesOf({ questions }: Pick<Questionnaire, "questions">): WordBox[] {
  return questions.flatMap((question): WordBox[] => {
    const { key, title } = question;
    if (isText(question)) return [{ key, title, question: key, isOther: false }];
    return question.other ? [{ key: partName(question, OTHER), title, question: key, isOther: true }] : [];
  });
}

/** The boxes of several versions, each once, in the words and the order of the newest that has it. */
export function boxesIn(newestFirst: readonly Pick<Questionnaire, "questions">[]): WordBox[] {
  const found = new Map<string, WordBox>();
  for (const box of newestFirst.flatMap(boxesOf)) if (!found.has(box.key)) found.set(box.key, box);
  return [...found.values()];
}

/** What somebody wrote into a box; "" where nothing is. */
export function wordsOf(box: Pick<WordBox, "question" | "isOther">, answers: Record<string, KeptAnswer>) {
  const kept = answers[box.question];
  if (kept?.state !== "answered") return "";
  return (box.isOther ? kept.other : kept.text) ?? "";
}
