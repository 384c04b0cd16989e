/** One true count out of survey_tallies: how often an answer was given, of all (`byQuestion` is "") or of one group. */
export type AnswerCount = {
  version: number;
  byQuestion: string;
  byAnswer: string;
  question: string;
  part: string;
  answer: string;
  count: number;
};

/** A group of people: those who gave this answer to a question by which results are told apart. Null: everybody. */
export type Group = { question: string; answer: string } | null;

/** True numbers, to be looked up. Versions are added: the same key means the same in all of them. */
export type Counts = {
  /** How many gave this answer. */
  of(question: string, part: string, answer: string, group?: Group): number;
  /** What was answered to a part of a question by anybody, its states left out. */
  answersTo(question: string, part: string): string[];
  /** Responses in all. */
  total: number;
};

const nameOf = (...parts: string[]) => JSON.stringify(parts);

/** Makes true counts ready to look up. */
export function countsFrom(rows: readonly AnswerCount[]): Counts {
  const found = new Map<string, number>();
  const answers = new Map<string, Set<string>>();
  const first = new Map<number, string>();
  let total = 0;
  for (const { version, byQuestion, byAnswer, question, part, answer, count } of rows) {
    const name = nameOf(byQuestion, byAnswer, question, part, answer);
    found.set(name, (found.get(name) ?? 0) + count);
    if (byQuestion !== "") continue;
    const isState = answer.startsWith("~");
    if (!isState && count > 0) {
      const of = nameOf(question, part);
      answers.set(of, (answers.get(of) ?? new Set()).add(answer));
    }
    // Each response is in exactly one state of each question of its version: one question's states count them.
    if (!first.has(version)) first.set(version, question);
    if (isState && part === "" && first.get(version) === question) total += count;
  }
  return {
    total,
    of: (question, part, answer, group = null) =>
      found.get(nameOf(group?.question ?? "", group?.answer ?? "", question, part, answer)) ?? 0,
    answersTo: (question, part) => [...(answers.get(nameOf(question, part)) ?? [])],
  };
}
