import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { TOPICS, type Topic, topicIn } from "./census-words";

/** One number of a file before anybody knows what it means: of which area, what its labels say, and where it stands. */
export type Observed = {
  area: string;
  /** What is counted, each with its topic where the file names one. */
  labels: readonly { topic: Topic | null; label: string }[];
  value: number;
  where: string;
};

/** A line of the documented template. */
export type TemplateLine = { cells: Readonly<Record<string, string>>; line: number };

/** Something in a file that holds no number for us, and why. */
export type Passed = { where: string; what: string; why: string };

/** What stands in a file, by its shape. */
export type FileRead =
  | { shape: "template"; lines: TemplateLine[]; passed: Passed[] }
  | { shape: "wide" | "long" | "custom" | "upright"; observed: Observed[]; passed: Passed[] };

/** The columns of the documented template. */
export const TEMPLATE = [
  "area_code",
  "area_name",
  "area_kind",
  "topic",
  "category_code",
  "count",
  "base",
  "source",
  "source_date",
  "licence",
] as const;

/** A file in the shape of the template. */
export const asTemplate = (rows: readonly Readonly<Record<(typeof TEMPLATE)[number], string | number>>[]) =>
  stringify([...rows], { header: true, columns: [...TEMPLATE] });

/** The text of a file: UTF-8 with or without its mark, else as Windows saved it. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

type Row = { cells: string[]; line: number };

/** Rows that hold something, with the line on which each stands; null for what is no text of separated values. */
function rowsOf(text: string): Row[] | null {
  const delimiter = [",", "\t", ";"].find((one) => text.includes(one)) ?? ",";
  try {
    const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, trim: true };
    const rows = parse(text, { ...options, delimiter }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return rows
      .map(({ record, info }) => ({ cells: record, line: info.lines }))
      .filter(({ cells }) => cells.some((cell) => cell !== ""));
  } catch {
    return null;
  }
}

const AREA_HEADINGS = /^(geography code|mnemonic|area code|area_code|geography_code|lad\d*cd|code)$/i;
const CODE_LIKE = /^[A-Z]\d{8}$/;
const lower = (cells: readonly string[]) => cells.map((cell) => cell.toLowerCase());

/**
 * What stands in a file of population figures, whichever of the known shapes it has. `areas`: names and codes of
 * ours, for tables that stand upright. Null when there is no header that we know.
 */
export function readPopulationFile(
  text: string,
  areas: readonly { code: string; name: string }[],
): FileRead | null {
  const rows = rowsOf(text);
  if (!rows) return null;
  const isArea = (cell: string) =>
    areas.find(({ code, name }) => cell === code || cell.toLowerCase() === name.toLowerCase());
  for (const [at, { cells }] of rows.entries()) {
    const names = lower(cells);
    const after = rows.slice(at + 1);
    const above = rows.slice(0, at);
    const passed = above.map(({ cells, line }) => ({
      where: `Line ${line}`,
      what: cells.filter(Boolean).join(" "),
      why: "Stands above the table",
    }));
    const has = (...wanted: string[]) => wanted.every((one) => names.includes(one));
    if (has("area_code", "category_code", "count")) return template(names, after, passed);
    if (has("geography_code", "obs_value")) return long(names, after, passed);
    if (names.at(-1) === "observation" && names[0]?.endsWith(" code")) return custom(cells, after, passed);
    const hint = topicIn(above.map(({ cells }) => cells.join(" ")).join(" "));
    const column = cells.findIndex((cell) => AREA_HEADINGS.test(cell));
    if (column >= 0 && cells.filter(Boolean).length > 2) return wide({ cells, after, passed, column, hint });
    const topic = topicIn(cells[0] ?? "");
    if (topic && cells.slice(1).some(isArea)) {
      return upright({ cells, after, passed, topic, codeOf: (cell) => isArea(cell)?.code ?? null });
    }
  }
  return null;
}

function template(names: string[], after: Row[], passed: Passed[]): FileRead {
  const lines = after.map(({ cells, line }) => ({
    line,
    cells: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])),
  }));
  return { shape: "template", lines, passed };
}

/** A number as statistics write it: with thousands set off, or not at all. */
function numberIn(cell: string | undefined): number | null {
  const plain = (cell ?? "").replace(/[,\s]/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

const NO_NUMBER = "There is no whole number";

/** Nomis by its interface: a line each area and category, several measures. */
function long(names: string[], after: Row[], passed: Passed[]): FileRead {
  const at = (name: string) => names.indexOf(name);
  const [area, value, measure] = [at("geography_code"), at("obs_value"), at("measures_name")];
  const labelled = names.flatMap((name, column) => {
    const topic =
      /_name$/.test(name) && !/^(geography|measures|date)/.test(name) ? topicIn(`${name} `) : null;
    return topic ? [{ topic, column }] : [];
  });
  const observed: Observed[] = [];
  for (const { cells, line } of after) {
    const where = `Line ${line}`;
    const what = labelled.map(({ column }) => cells[column] ?? "").join("; ") || cells.join(" ");
    if (measure >= 0 && cells[measure]?.toLowerCase() !== "value") {
      passed.push({ where, what, why: `Is “${cells[measure] ?? ""}”, not a number of people` });
      continue;
    }
    const found = numberIn(cells[value]);
    if (found === null) passed.push({ where, what, why: NO_NUMBER });
    else {
      const labels = labelled.map(({ topic, column }) => ({ topic, label: cells[column] ?? "" }));
      observed.push({ area: cells[area] ?? "", labels, value: found, where });
    }
  }
  return { shape: "long", observed, passed };
}

/** Custom datasets: a line each area and category, with a code and words for both. */
function custom(headings: string[], after: Row[], passed: Passed[]): FileRead {
  const labelled = headings.flatMap((heading, column) => {
    const topic = column > 1 && !/ code$/i.test(heading) ? topicIn(heading) : null;
    return topic ? [{ topic, column }] : [];
  });
  const observed: Observed[] = [];
  for (const { cells, line } of after) {
    const where = `Line ${line}`;
    const labels = labelled.map(({ topic, column }) => ({ topic, label: cells[column] ?? "" }));
    const found = numberIn(cells[headings.length - 1]);
    if (found === null) passed.push({ where, what: cells.filter(Boolean).join(" "), why: NO_NUMBER });
    else observed.push({ area: cells[0] ?? "", labels, value: found, where });
  }
  return { shape: "custom", observed, passed };
}

type Wide = { cells: string[]; after: Row[]; passed: Passed[]; column: number; hint: Topic | null };

/** A line each area, a column each category, as in bulk files and in the downloads of a query. */
function wide({ cells: headings, after, passed, column, hint }: Wide): FileRead {
  const observed: Observed[] = [];
  const columns = headings.flatMap((heading, at) => {
    const isAbout =
      at !== column && heading !== "" && !/^(date|geography|area|local authority|\d{4} )/i.test(heading);
    if (!isAbout) return [];
    const where = `Column ${at + 1}`;
    if (/^%|per ?cent/i.test(heading)) {
      passed.push({ where, what: heading, why: "Is a per cent, not a number of people" });
      return [];
    }
    return [{ at, where, labels: labelsIn(heading, hint) }];
  });
  for (const { cells, line } of after) {
    const area = cells[column] ?? "";
    if (!CODE_LIKE.test(area)) {
      passed.push({ where: `Line ${line}`, what: cells.filter(Boolean).join(" "), why: "Has no area code" });
      continue;
    }
    for (const { at, where, labels } of columns) {
      const value = numberIn(cells[at]);
      if (value !== null) observed.push({ area, labels, value, where });
      else
        passed.push({ where: `Line ${line}, ${where.toLowerCase()}`, what: cells[at] ?? "", why: NO_NUMBER });
    }
  }
  return { shape: "wide", observed, passed };
}

/** "Sex: Female; Age: Aged 16 to 19 years; measures: Value": labels with the topics that stand before them. */
function labelsIn(heading: string, hint: Topic | null): Observed["labels"] {
  return heading
    .split(/;\s*/)
    .filter((part) => !/^measures:/i.test(part))
    .map((part) => {
      const [before = "", ...rest] = part.split(/:\s+/);
      const topic = rest.length > 0 ? topicIn(before) : null;
      // A label of a disability names it too: what stands before the first colon is a heading only if it is none of them.
      const isHeading = topic !== null && !/^(not )?disabled|provides/i.test(before);
      return isHeading ? { topic, label: rest.join(": ") } : { topic: hint, label: part };
    });
}

type Upright = {
  cells: string[];
  after: Row[];
  passed: Passed[];
  topic: Topic;
  codeOf: (cell: string) => string | null;
};

/** A line each category, a column each area. */
function upright({ cells: headings, after, passed, topic, codeOf }: Upright): FileRead {
  const columns = headings.flatMap((heading, at) => {
    const area = at > 0 ? codeOf(heading) : null;
    if (!area && at > 0 && heading) {
      passed.push({ where: `Column ${at + 1}`, what: heading, why: "Is about no area of ours" });
    }
    return area ? [{ area, at }] : [];
  });
  const observed: Observed[] = [];
  for (const { cells, line } of after) {
    const where = `Line ${line}`;
    const label = cells[0] ?? "";
    const found = columns.flatMap(({ area, at }) => {
      const value = numberIn(cells[at]);
      return value === null ? [] : [{ area, labels: [{ topic, label }], value, where }];
    });
    if (found.length === 0) passed.push({ where, what: cells.filter(Boolean).join(" "), why: NO_NUMBER });
    observed.push(...found);
  }
  return { shape: "upright", observed, passed };
}

/** True for a topic of ours. */
export const isTopic = (text: string): text is Topic => (TOPICS as readonly string[]).includes(text);
