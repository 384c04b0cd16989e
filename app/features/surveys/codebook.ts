import { type Cell, type ExportVersion, joinedQuestions, responseColumns, STATES } from "./response-columns";

/** The headings of a codebook that is a table. */
export const CODEBOOK_HEAD = ["column", "question", "kind", "versions", "words", "value", "label"] as const;

/** What every column and value of a survey's file means, a row each. */
export function codebookRows(versions: readonly ExportVersion[], names: boolean): Cell[][] {
  const joined = new Map(joinedQuestions(versions).map((one) => [one.question.key, one]));
  return responseColumns(versions, { words: true, names }).flatMap(({ name, question, says, values }) => {
    const of = joined.get(question);
    const asked = of?.versions.map(({ version }) => version).join(" ") ?? "";
    const row = (value: Cell, label: string): Cell[] => [
      name,
      question,
      of?.question.kind ?? "",
      asked,
      says,
      value,
      label,
    ];
    return values.length === 0 ? [row("", "")] : values.map(({ value, label }) => row(value, label));
  });
}

/** The same as a document, with the words of each version where they differ. */
export function codebookDocument(title: string, versions: readonly ExportVersion[]) {
  const columns = responseColumns(versions, { words: true, names: false });
  return {
    codebook: 1,
    survey: title,
    versions: versions.map(({ version }) => version).sort((a, b) => a - b),
    joined: "A key is the same question in every version that has it.",
    states: STATES,
    response: columns
      .filter(({ question }) => question === "")
      .map(({ name, says, values }) => ({ name, says, values })),
    questions: joinedQuestions(versions).map(({ question, versions: asked }) => ({
      key: question.key,
      kind: question.kind,
      required: question.required,
      breakdown: question.breakdown,
      replaces: question.replaces,
      versions: asked,
      columns: columns
        .filter((one) => one.question === question.key)
        .map(({ name, says, values }) => ({ name, says, values })),
    })),
  };
}
