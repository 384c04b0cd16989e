import type { Cell } from "./import-report";

/** A sheet as a workbook or a file of values has it. */
export type RawSheet = { name: string; rows: string[][] };

/** A row of a sheet, its cells by heading: `label`, or `label::pt` in a language. */
export type FormRow = { n: number; cells: ReadonlyMap<string, Cell> };

/** The sheets of an XLSForm that are read, and every cell that is not empty, of other sheets too. */
export type FormSheets = {
  survey: FormRow[];
  choices: FormRow[];
  settings: FormRow[];
  cells: Cell[];
  /** Cells of the line of headings. */
  heads: Cell[];
  /** Languages that the headings name, as they are written there. */
  languages: string[];
};

/** So many rows of a sheet are read at most. */
export const MOST_ROWS = 2000;
/** And so many cells of a file, for each is in the report. */
const MOST_CELLS = 20_000;

const READ = ["survey", "choices", "settings"] as const;
type Name = (typeof READ)[number];

const ALIASES: Readonly<Record<string, string>> = {
  "list name": "list_name",
  caption: "label",
  relevance: "relevant",
  value: "name",
  command: "type",
};

const TRANSLATED = /^(label|hint)\s*::?\s*(.+)$/i;

/** A heading as it is known here. */
function headingOf(typed: string, sheet: string): string {
  const [, name = "", language = ""] = TRANSLATED.exec(typed) ?? [];
  if (name) return `${name.toLowerCase()}::${language.trim()}`;
  const plain = typed.toLowerCase();
  if (plain === "value" && sheet !== "choices") return plain;
  return ALIASES[plain] ?? plain;
}

/** Reads sheets into rows by heading. What is wrong with the file as a whole comes back as a sentence. */
export function readSheets(raw: readonly RawSheet[]): FormSheets | { wrong: string } {
  const form: FormSheets = { survey: [], choices: [], settings: [], cells: [], heads: [], languages: [] };
  const seen = new Set<string>();
  for (const { name, rows } of raw) {
    const known = READ.find((one) => one === name.trim().toLowerCase());
    if (known && seen.has(known)) return { wrong: `Two sheets are named “${known}”: keep one of them.` };
    if (known) seen.add(known);
    const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ""));
    if (last >= MOST_ROWS) {
      return {
        wrong: `The sheet “${name}” has ${last + 1} rows. A form with more than ${MOST_ROWS} is not read.`,
      };
    }
    readSheet(form, { name, rows: rows.slice(0, last + 1) }, known ?? null);
  }
  if (form.cells.length > MOST_CELLS) {
    return {
      wrong: `This file has ${form.cells.length} cells that are filled. One with more than ${MOST_CELLS} is not read.`,
    };
  }
  if (!seen.has("survey")) {
    return { wrong: "There is no sheet “survey” in this file, so it is no XLSForm." };
  }
  if (!form.heads.some(({ sheet, column }) => sheet.trim().toLowerCase() === "survey" && column === "type")) {
    return { wrong: "The sheet “survey” has no column “type”, so it is no XLSForm." };
  }
  return form;
}

function readSheet(form: FormSheets, { name, rows }: RawSheet, known: Name | null): void {
  const begins = rows.findIndex((row) => row.some((cell) => cell.trim() !== ""));
  if (begins < 0) return;
  const headings: string[] = [];
  for (const typed of rows[begins] ?? []) {
    const heading = known ? headingOf(typed.trim(), known) : typed.trim();
    // A heading that stands there twice is read once.
    headings.push(headings.includes(heading) ? "" : heading);
  }
  for (const [at, row] of rows.entries()) {
    const cells = new Map<string, Cell>();
    for (const [column, text] of row.entries()) {
      const value = plainly(text);
      if (value === "") continue;
      const heading = headings[column] ?? "";
      const cell: Cell = { sheet: name, row: at + 1, column: heading || `column ${column + 1}`, value };
      form.cells.push(cell);
      if (at === begins) form.heads.push(cell);
      if (heading) cells.set(heading, cell);
    }
    if (known && at > begins && cells.size > 0) form[known].push({ n: at + 1, cells });
  }
  for (const heading of known ? headings : []) {
    const language = heading.split("::")[1];
    if (language && !form.languages.includes(language)) form.languages.push(language);
  }
}

/** Without characters that no page can show: controls but tab and new line, halves of pairs, marks of order. */
const plainly = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\t\n])\p{Cc}|\p{Cs}|\ufeff/gu, "")
    .trim();

/** A file of values that holds several sheets, each line after its sheet's name; or the sheet “survey” alone. */
export function sheetsOf(lines: readonly (readonly string[])[]): RawSheet[] {
  const first = lines.find((line) => line.some((cell) => cell.trim() !== "")) ?? [];
  if (!READ.some((name) => name === first[0]?.trim().toLowerCase())) {
    return [{ name: "survey", rows: lines.map((line) => [...line]) }];
  }
  const sheets: RawSheet[] = [];
  for (const [at, [name = "", ...cells]] of lines.entries()) {
    if (name.trim() !== "") sheets.push({ name: name.trim(), rows: blank(at) });
    sheets.at(-1)?.rows.push(cells);
  }
  return sheets;
}

/** Empty rows, so that a row keeps the number that it has in the file. */
const blank = (many: number): string[][] => Array.from({ length: many }, () => []);

const NAMES: Readonly<Record<string, string>> = {
  ...{ english: "en", portuguese: "pt", português: "pt", portugues: "pt" },
  ...{ spanish: "es", español: "es", espanol: "es", somali: "so", soomaali: "so" },
  ...{ polish: "pl", polski: "pl", arabic: "ar", العربية: "ar" },
};

/** The code of a language as an XLSForm writes it: `Polski (pl)`, `pl`, `Polish`. Null for one without a code. */
export function codeOf(language: string): string | null {
  const inBrackets = /\(([a-z]{2,3})(?:[-_][a-z0-9]+)*\)\s*$/i.exec(language)?.[1];
  const whole = /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$/i.exec(language.trim())?.[1];
  const name = language.replace(/\(.*$/, "").trim().toLowerCase();
  return NAMES[name] ?? (inBrackets ?? whole)?.toLowerCase() ?? null;
}
