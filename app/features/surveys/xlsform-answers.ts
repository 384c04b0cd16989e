import type { Option } from "~/db/tables/surveys-documents";
import type { Report } from "./import-report";
import { OTHER, PREFER_NOT } from "./questionnaire";
import { keyOf } from "./xlsform-outline";
import type { FormRow } from "./xlsform-sheets";
import type { FormWords } from "./xlsform-words";

/** The answers of a list as a question offers them. */
export type FormAnswers = {
  options: Option[];
  other: boolean;
  preferNot: boolean;
  /** Keys by the names of the form. */
  values: Map<string, string>;
};

const MOST = 60;
const PREFERS = /^(i )?(would )?(prefer|rather) not (to )?(say|answer)\.?$/i;

/** Lists of the sheet “choices” by their name. */
export function listsOf(rows: readonly FormRow[]): Map<string, FormRow[]> {
  const lists = new Map<string, FormRow[]>();
  for (const row of rows) {
    const name = row.cells.get("list_name")?.value;
    if (name) lists.set(name, [...(lists.get(name) ?? []), row]);
  }
  return lists;
}

type Taking = {
  report: Report;
  words: FormWords;
  /** The question, for the keys of translations. */
  question: string;
  /** “Other, please say” and “Prefer not to say” have a place of their own in choices, and none in ranks and grids. */
  asides: boolean;
};

/** Takes a list's answers for one question. */
export function answersOf(
  rows: readonly FormRow[],
  { report, words, question, asides }: Taking,
): FormAnswers {
  const found: FormAnswers = { options: [], other: false, preferNot: false, values: new Map() };
  for (const row of rows) {
    const name = row.cells.get("name");
    if (found.options.length >= MOST) {
      for (const cell of row.cells.values())
        report.note(cell, "left", `A question has ${MOST} answers at most.`);
      continue;
    }
    report.note(row.cells.get("list_name"), "taken");
    const wanted = name?.value ?? "";
    const says = [...row.cells].find(([column]) => column.startsWith("label"))?.[1].value ?? wanted;
    if (asides && (wanted === OTHER || PREFERS.test(says.trim()) || wanted === PREFER_NOT)) {
      const isOther = wanted === OTHER;
      found[isOther ? "other" : "preferNot"] = true;
      if (wanted) found.values.set(wanted, isOther ? OTHER : PREFER_NOT);
      for (const [column, cell] of row.cells) {
        if (column === "name") report.note(cell, "taken");
        else if (column.startsWith("label")) {
          report.note(
            cell,
            "changed",
            isOther
              ? "Becomes “Other, please say”, in every language."
              : "Becomes “Prefer not to say”, in every language.",
          );
        }
      }
      continue;
    }
    const isTaken = (key: string) =>
      [OTHER, PREFER_NOT, "constructor"].includes(key) || found.options.some((one) => one.key === key);
    const key = keyOf(wanted, "answer", isTaken);
    report.note(
      name,
      key === wanted ? "taken" : "changed",
      key === wanted ? "" : `Its key is “${key}” here.`,
    );
    const label = words.take(row, "label", { key: `q.${question}.o.${key}`, most: 300 });
    if (!label) report.note(name, "changed", "It has no words, so its name stands for them.");
    found.options.push({ key, label: label || wanted || key });
    if (wanted && !found.values.has(wanted)) found.values.set(wanted, key);
  }
  return found;
}
