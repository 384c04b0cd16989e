import { parse } from "csv-parse/sync";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { looksPacked, readWorkbook } from "~/platform/spreadsheet.server";
import { canonical } from "./canonical";
import type { Finding } from "./import-report";
import { readJson } from "./questionnaire-json";
import { readXlsForm } from "./xlsform";
import { type RawSheet, sheetsOf } from "./xlsform-sheets";

/** What a file of questions holds, and what became of each piece of it. `title`: what the file calls the survey. */
export type ImportedQuestions = {
  questionnaire: Questionnaire;
  title: string | null;
  findings: Finding[];
  /** What holds for the file as a whole. */
  remarks: string[];
};

/** Read; or why not, in sentences for staff. */
export type Imported = ({ ok: true } & ImportedQuestions) | { ok: false; wrong: string[] };

const WORKBOOK_WORDS = {
  not_one: "This file is no workbook that can be read. Save it again as .xlsx and choose that file.",
  too_large: "This workbook holds far more than a survey can. Take out what is no part of the form.",
} as const;

/** Characters of a questionnaire that come from a file. */
const MOST_KEPT = 120_000;

const isOldWorkbook = (file: Uint8Array) => file[0] === 0xd0 && file[1] === 0xcf;

/**
 * Reads a file of questions: an XLSForm as a workbook (.xlsx) or as comma-separated values, or the product's own
 * JSON. Changes nothing. What the file is, its content says, not its name.
 */
export async function importQuestionnaire(file: Uint8Array): Promise<Imported> {
  const read = await readFile(file);
  // What was read comes back with the form that confirms it.
  return read.ok && canonical(read.questionnaire).length > MOST_KEPT
    ? {
        ok: false,
        wrong: ["This survey is longer than one can be. Take some of its words or languages out."],
      }
    : read;
}

async function readFile(file: Uint8Array): Promise<Imported> {
  if (looksPacked(file)) {
    const workbook = await readWorkbook(file);
    if (!workbook.ok) return { ok: false, wrong: [WORKBOOK_WORDS[workbook.reason]] };
    const remarks = workbook.formulas
      ? ["Some cells were worked out by the workbook. What they showed last was read."]
      : [];
    return fromSheets(workbook.sheets, remarks);
  }
  if (isOldWorkbook(file)) {
    return {
      ok: false,
      wrong: ["This is a workbook of an old kind (.xls). Save it as .xlsx and choose that file."],
    };
  }
  const text = textOf(file);
  if (text === null) {
    return {
      ok: false,
      wrong: ["This file is neither a workbook (.xlsx), nor comma-separated values, nor JSON."],
    };
  }
  if (text.trimStart().startsWith("{")) {
    const read = readJson(text);
    return read.ok ? { ...read, title: null, remarks: [] } : read;
  }
  const sheets = linesIn(text);
  return sheets
    ? fromSheets(sheets, [])
    : { ok: false, wrong: ["These comma-separated values can’t be read. Is a quotation mark missing?"] };
}

function fromSheets(sheets: readonly RawSheet[], remarks: string[]): Imported {
  const form = readXlsForm(sheets);
  return "wrong" in form ? { ok: false, wrong: [form.wrong] } : { ok: true, ...form, remarks };
}

/** The text of a file, or null for one that is none. */
function textOf(file: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file);
    return text.trim() === "" || text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

function linesIn(text: string): RawSheet[] | null {
  try {
    return sheetsOf(parse(text, { bom: true, relax_column_count: true }) as string[][]);
  } catch {
    return null;
  }
}
