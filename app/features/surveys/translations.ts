import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { SURVEY_TEXTS } from "./shown";
import { pipedIn, type SurveyText, textsOf } from "./texts";

/** What a survey says about itself, by the names that translations go by. */
export type SurveyOwnWords = Record<(typeof SURVEY_TEXTS)[number], string>;

const COLUMNS = ["key", "English", "translation", "note"];
const LONGEST = 2000;

const OWN_NOTES: Readonly<Record<(typeof SURVEY_TEXTS)[number], string>> = {
  title: "Title of the survey",
  summary: "Stands in lists",
  purpose: "Why it is asked",
  intro: "Before the first question",
  whoSees: "Who sees the answers",
  whatNext: "What happens next",
};

/** A text to translate, with where it stands. */
type ToTranslate = SurveyText & { note: string };

/** Every text of a survey, its own and its questions', in the order in which people meet them. */
function allTexts(own: SurveyOwnWords, draft: Questionnaire): ToTranslate[] {
  const survey = SURVEY_TEXTS.map((name) => ({
    key: `survey.${name}`,
    text: own[name],
    note: OWN_NOTES[name],
  }));
  return [...survey, ...textsOf(draft).map((text) => ({ ...text, note: noteOf(text.key, draft) }))];
}

function noteOf(key: string, { questions }: Questionnaire): string {
  const [kind, of = "", part = "", option] = key.split(".");
  if (kind === "s") return part === "title" ? "Heading of a part" : "Text under the heading of a part";
  const n = questions.findIndex((one) => one.key === of) + 1;
  const words: Readonly<Record<string, string>> = {
    title: "the question",
    hint: "hint",
    o: `answer “${option}”`,
    r: `row “${option}”`,
    from: "first step of the scale",
    to: "last step of the scale",
    unit: "what the number counts",
  };
  return `Question ${n}: ${words[part] ?? part}`;
}

const FORMULA = /^['=+\-@\t\r]/;

/** A cell that no spreadsheet takes for a formula; `shown` takes the mark away again. */
const defused = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
const shown = (cell: string) => (cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell);

/** The texts of a survey in one language, as a file for a translator (CSV): key, English, translation, where. */
export function writeTranslations(own: SurveyOwnWords, draft: Questionnaire, locale: string): string {
  const found = draft.translations[locale] ?? {};
  const rows = allTexts(own, draft).map(({ key, text, note }) =>
    [key, text, found[key] ?? "", note].map(defused),
  );
  return stringify([COLUMNS, ...rows], { bom: true });
}

/** How much of a survey is said in a language. */
export type Said = { all: number; said: number; missing: { key: string; text: string; note: string }[] };

/** What of a survey still stands in English on pages in a language. */
export function saidIn(own: SurveyOwnWords, draft: Questionnaire, locale: string): Said {
  const found = draft.translations[locale] ?? {};
  const texts = allTexts(own, draft);
  const missing = texts.filter(({ key }) => !found[key]);
  return { all: texts.length, said: texts.length - missing.length, missing };
}

/** What a translator's file brings: the language as it will be, and what is said of single lines. */
export type ReadTranslations = {
  texts: Record<string, string>;
  /** So many texts are new or other than before. */
  changed: number;
  /** Lines that are not taken, and why. */
  refused: { line: number; key: string; why: string }[];
  /** Lines that are taken although their English words are others now. */
  older: { line: number; key: string }[];
};

type Line = { record: string[]; info: { lines: number } };

/** Reads a translator's file. Texts that it does not name stay as they are; an empty translation takes one away. */
export function readTranslations(
  text: string,
  own: SurveyOwnWords,
  draft: Questionnaire,
  locale: string,
): ReadTranslations | { wrong: string } {
  const rows = rowsOf(text);
  const [head] = rows ?? [];
  const at = (name: string) =>
    head?.cells.findIndex((cell) => cell.toLowerCase() === name.toLowerCase()) ?? -1;
  const [key, english, translation] = [at("key"), at("English"), at("translation")];
  if (!rows || key < 0 || translation < 0) {
    return {
      wrong: "This is no translator’s file: it needs a line of headings with “key” and “translation”.",
    };
  }
  const known = new Map(allTexts(own, draft).map((one) => [one.key, one.text]));
  const before = draft.translations[locale] ?? {};
  const read: ReadTranslations = { texts: { ...before }, changed: 0, refused: [], older: [] };
  const seen = new Set<string>();
  for (const { cells, line } of rows.slice(1)) {
    const name = (cells[key] ?? "").trim();
    const said = tidy(shown(cells[translation] ?? ""));
    const text = known.get(name);
    const why = seen.has(name)
      ? "It stands there twice."
      : text === undefined
        ? "No text has this key."
        : whyNot(text, said);
    seen.add(name);
    if (why || text === undefined) {
      read.refused.push({ line, key: name.slice(0, 100), why: why ?? "" });
      continue;
    }
    if (english >= 0 && said && tidy(shown(cells[english] ?? "")) !== tidy(text))
      read.older.push({ line, key: name });
    if (said === (before[name] ?? "")) continue;
    read.changed += 1;
    if (said) read.texts[name] = said;
    else delete read.texts[name];
  }
  return read;
}

const tidy = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/** Why a translation can't stand for a text, or null. */
function whyNot(text: string, said: string): string | null {
  if (!said) return null;
  if (said.length > LONGEST) return `It is longer than ${LONGEST} characters.`;
  const [wanted, found] = [text, said].map((one) => pipedIn(one).sort());
  if (wanted?.join() === found?.join()) return null;
  const names = (list: readonly string[] = []) =>
    list.map((one) => `{{${one}}}`).join(" and ") || "no answer";
  return `The English words repeat ${names(wanted)}, the translation ${names(found)}.`;
}

function rowsOf(text: string): { cells: string[]; line: number }[] | null {
  try {
    const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true };
    const rows = parse(text, options) as unknown as Line[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch {
    return null;
  }
}
