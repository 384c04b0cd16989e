import type { Questionnaire } from "~/db/tables/surveys-documents";
import { canonical } from "./canonical";
import { faultsOf } from "./faults";
import type { Finding } from "./import-report";
import { questionnaireForm } from "./schema";

/** A questionnaire as a file of the product's own: the same questions are always the same bytes. */
export function writeJson(questionnaire: Questionnaire): string {
  return `${JSON.stringify(JSON.parse(canonical(questionnaire)), null, 2)}\n`;
}

/** Characters of a file of questions. */
const LONGEST = 240_000;
const MOST_NAMED = 5;

type Read = { ok: true; questionnaire: Questionnaire; findings: Finding[] } | { ok: false; wrong: string[] };

/** Reads such a file. What is wrong comes back in sentences that say where; what is not known is a finding. */
export function readJson(text: string): Read {
  if (text.length > LONGEST) return { ok: false, wrong: ["The file is longer than a survey can be."] };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const where = /position \d+(?: \(line \d+ column \d+\))?/.exec(String(error))?.[0];
    return {
      ok: false,
      wrong: [`This is no file of questions: it can’t be read${where ? ` from ${where} on` : ""}.`],
    };
  }
  const parsed = questionnaireForm.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}.`);
    const more = issues.length - MOST_NAMED;
    return {
      ok: false,
      wrong: [...issues.slice(0, MOST_NAMED), ...(more > 0 ? [`And ${more} more like these.`] : [])],
    };
  }
  const questionnaire = parsed.data;
  const wrong = faultsOf(questionnaire)
    .filter(({ kind }) => kind === "key")
    .map(({ at, text }) => `${at}: ${text}`);
  if (wrong.length > 0) return { ok: false, wrong: wrong.slice(0, MOST_NAMED) };
  return {
    ok: true,
    questionnaire,
    findings: [...takenFrom(questionnaire), ...unknownIn(raw, questionnaire, [])],
  };
}

/** `questions, 3rd` as people count: `questions 3, options 2`. */
function placeOf(path: readonly PropertyKey[]): string {
  const words = path.map((part) => (typeof part === "number" ? String(part + 1) : String(part)));
  return words.join(" ").replace(/ (?=[a-zA-Z])/g, ", ") || "The whole file";
}

function takenFrom({ sections, questions, translations }: Questionnaire): Finding[] {
  const taken = (sheet: string, row: number, column: string, value: string): Finding => {
    return { sheet, row, column, value, outcome: "taken", text: "" };
  };
  return [
    ...sections.map(({ key, title }, n) => taken("sections", n + 1, key, title)),
    ...questions.map(({ key, title }, n) => taken("questions", n + 1, key, title)),
    ...Object.entries(translations).map(([code, texts]) =>
      taken("translations", 0, code, `${Object.keys(texts).length} texts`),
    ),
  ];
}

/** Every part of the file that is not in what was read from it. */
function unknownIn(raw: unknown, read: unknown, path: readonly PropertyKey[]): Finding[] {
  if (Array.isArray(raw) && Array.isArray(read)) {
    return raw.flatMap((one, n) => unknownIn(one, read[n], [...path, n]));
  }
  if (raw === null || typeof raw !== "object" || read === null || typeof read !== "object") return [];
  return Object.entries(raw).flatMap(([name, value]) => {
    const known = (read as Record<string, unknown>)[name];
    if (known !== undefined && Object.hasOwn(read, name)) return unknownIn(value, known, [...path, name]);
    return [
      {
        sheet: placeOf(path),
        row: 0,
        column: name.slice(0, 80),
        value: JSON.stringify(value)?.slice(0, 200) ?? "",
        outcome: "left" as const,
        text: "Nothing here has this name.",
      },
    ];
  });
}
