import type { Kind } from "~/db/tables/surveys-documents";
import type { Cell, Report } from "./import-report";
import { isTakenKey, KEY } from "./questionnaire";
import type { FormRow } from "./xlsform-sheets";

/** What a row of the sheet “survey” asks for. */
export type Asked = {
  kind: Kind;
  /** `acknowledge`, `range` and such, where a kind alone does not say it. */
  word: string;
  list: string | null;
  other: boolean;
};

/** A row that becomes a question, with what it has from the groups around it. */
export type OutlinedQuestion = {
  is: "question";
  key: string;
  row: FormRow;
  asked: Asked;
  section: string | null;
  /** Conditions of groups inside a part: they count for each of its questions. */
  inherited: Cell[];
  withPrevious: boolean;
};

/** Rows that become one grid: the row or group with its heading, and those with its rows. */
export type OutlinedGrid = Omit<OutlinedQuestion, "is" | "asked"> & {
  is: "grid";
  list: string;
  rows: { key: string; row: FormRow }[];
};

/** A group that becomes a part with a heading. */
export type OutlinedSection = { key: string; row: FormRow; inherited: Cell[] };

/** A form's rows as what they become, in their order. */
export type Outline = { items: (OutlinedQuestion | OutlinedGrid)[]; sections: OutlinedSection[] };

const SIMPLE: Readonly<Record<string, Kind>> = {
  text: "short_text",
  string: "short_text",
  note: "information",
  integer: "number",
  int: "number",
  decimal: "number",
  range: "number",
  date: "date",
  acknowledge: "multiple",
  trigger: "multiple",
};

const TRACES = [
  ...["start", "end", "today", "deviceid", "phonenumber", "username", "email", "audit", "simserial"],
  ...["subscriberid", "start-geopoint", "background-audio", "background-geopoint"],
];

const LISTED = /^(select[_ ](?:one|multiple)|rank)\s+(\S+)(?:\s+(or[_ ]other|or[_ ]specify[_ ]other))?$/i;
const GROUP = /^(begin|end)[_ ](group|repeat)$/i;

/** What a type asks for, or why it can't be asked here. */
export function askedBy(type: string): Asked | { why: string } {
  const word = type.toLowerCase();
  const kind = SIMPLE[word];
  if (kind) return { kind, word, list: null, other: false };
  const [, verb = "", list = "", other] = LISTED.exec(type) ?? [];
  if (list) {
    const said = verb.toLowerCase().replace(" ", "_");
    const kind = said === "rank" ? "rank" : said === "select_one" ? "single" : "multiple";
    return { kind, word: said, list, other: other !== undefined };
  }
  if (TRACES.includes(word)) {
    return { why: "It would be written down without asking, and could tell who answered or when." };
  }
  if (word === "calculate" || word === "hidden") return { why: "Nothing is worked out while people answer." };
  return { why: `“${type.slice(0, 40)}” can’t be asked here.` };
}

const value = (row: FormRow, column: string) => row.cells.get(column)?.value ?? "";

/** The words of an appearance. */
export const looksOf = (row: FormRow) =>
  value(row, "appearance")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

/** True when a row has words in any language. */
const hasLabel = (row: FormRow) =>
  [...row.cells.keys()].some((one) => one === "label" || one.startsWith("label::"));

/** A key that is free, as near to the wanted name as keys allow. */
export function keyOf(wanted: string, fallback: string, isTaken: (key: string) => boolean): string {
  const plain = wanted
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const named = /^[a-z]/.test(plain) ? plain : plain ? `${fallback}_${plain}` : fallback;
  const stem = named.slice(0, 36).replace(/_+$/, "");
  const fits = KEY.test(wanted) ? wanted : stem;
  let key = fits;
  for (let n = 2; isTaken(key); n += 1) key = `${fits.slice(0, 36)}_${n}`;
  return key;
}

type Group = {
  row: FormRow;
  section: string | null;
  inherited: Cell[];
  /** All its questions stand on one page. */
  onePage: boolean;
  begun: boolean;
  grid: OutlinedGrid | null;
};

/** Goes through the rows and says which become what; rows that become nothing are noted with the reason. */
export function outlineOf(rows: readonly FormRow[], report: Report): Outline {
  const outline: Outline = { items: [], sections: [] };
  const groups: Group[] = [];
  const keys = new Set<string>();
  let repeats = 0;
  const leave = (row: FormRow, why: string) => {
    for (const cell of row.cells.values()) report.note(cell, "left", why);
  };
  const newKey = (row: FormRow, fallback: string, taken: (key: string) => boolean) => {
    const cell = row.cells.get("name");
    const key = keyOf(cell?.value ?? "", fallback, taken);
    if (cell)
      report.note(
        cell,
        key === cell.value ? "taken" : "changed",
        key === cell.value ? "" : `Its key is “${key}” here.`,
      );
    return key;
  };
  const questionKey = (row: FormRow) => {
    const key = newKey(row, "question", (one) => keys.has(one) || isTakenKey(one));
    keys.add(key);
    return key;
  };
  for (const row of rows) {
    const typed = row.cells.get("type");
    if (!typed) {
      leave(row, "The row has no type.");
      continue;
    }
    if (/^(yes|true|true\(\))$/i.test(value(row, "disabled"))) {
      leave(row, "The row is switched off in the form.");
      continue;
    }
    const [, edge, what] = GROUP.exec(typed.value.replace(/\s+/g, " ")) ?? [];
    const type = typed.value.replace(/\s+/g, " ").trim();
    if (what?.toLowerCase() === "repeat") {
      repeats = Math.max(0, repeats + (edge?.toLowerCase() === "begin" ? 1 : -1));
      leave(row, "Questions that are asked again and again are not taken.");
      continue;
    }
    if (repeats > 0) {
      leave(row, "It stands in a part that is asked again and again.");
      continue;
    }
    if (edge?.toLowerCase() === "begin") {
      report.note(typed, "taken");
      groups.push(beginGroup(row));
      continue;
    }
    if (edge) {
      for (const cell of row.cells.values()) report.note(cell, "taken");
      if (!groups.pop()) leave(row, "No group has begun that it could end.");
      continue;
    }
    const asked = askedBy(type);
    if ("why" in asked) {
      leave(row, asked.why);
      continue;
    }
    report.note(typed, "taken");
    takeQuestion(row, asked);
  }
  return outline;

  function beginGroup(row: FormRow): Group {
    const outer = groups.at(-1);
    const looks = looksOf(row);
    const own = row.cells.get("relevant");
    const inherited = outer?.inherited ?? [];
    const base: Group = {
      row,
      section: outer?.section ?? null,
      inherited: own ? [...inherited, own] : inherited,
      onePage: (outer?.onePage ?? false) || looks.includes("field-list"),
      begun: outer?.onePage ? outer.begun : false,
      grid: null,
    };
    if (row.cells.has("appearance") && looks.every((one) => one === "field-list" || one === "table-list")) {
      report.note(row.cells.get("appearance"), "taken");
    }
    if (looks.includes("table-list")) {
      const key = questionKey(row);
      return {
        ...base,
        grid: {
          is: "grid",
          key,
          row,
          list: "",
          section: base.section,
          inherited: base.inherited,
          withPrevious: false,
          rows: [],
        },
      };
    }
    if (!hasLabel(row)) {
      report.note(
        row.cells.get("name"),
        "changed",
        "A group without a heading only holds its questions together.",
      );
      return base;
    }
    if (base.section !== null) {
      for (const [column, cell] of row.cells) {
        if (column !== "type" && column !== "relevant" && column !== "appearance") {
          report.note(
            cell,
            "left",
            "A part can’t hold another part: its questions stand in the part around it.",
          );
        }
      }
      return base;
    }
    const isTaken = (key: string) => outline.sections.some((one) => one.key === key);
    const key = newKey(row, "section", isTaken);
    outline.sections.push({ key, row, inherited: base.inherited });
    return { ...base, section: key, inherited: [] };
  }

  function takeQuestion(row: FormRow, asked: Asked): void {
    const group = groups.at(-1);
    const looks = looksOf(row);
    const grid = group?.grid;
    const isRow = asked.word === "select_one" && !asked.other && asked.list !== null;
    if (grid && asked.kind === "information" && grid.rows.length === 0) {
      leave(row, "A grid has a heading and no text of its own.");
      return;
    }
    if (group && isRow && looks.includes("label") && asked.list) {
      report.note(row.cells.get("appearance"), "taken");
      const key = questionKey(row);
      group.grid = {
        is: "grid",
        key,
        row,
        list: asked.list,
        section: group.section,
        inherited: group.inherited,
        withPrevious: follows(group),
        rows: [],
      };
      outline.items.push(group.grid);
      return;
    }
    const inTable = grid && isRow && (grid.list === "" || grid.list === asked.list);
    const isTable = group ? looksOf(group.row).includes("table-list") : false;
    if (inTable && (looks.includes("list-nolabel") || isTable)) {
      if (grid.list === "") {
        grid.list = asked.list ?? "";
        grid.withPrevious = follows(group);
        outline.items.push(grid);
      }
      report.note(row.cells.get("appearance"), "taken");
      grid.rows.push({
        key: newKey(row, "row", (one) => one === "constructor" || grid.rows.some(({ key }) => key === one)),
        row,
      });
      return;
    }
    if (grid) {
      report.note(
        row.cells.get("type"),
        "changed",
        "It does not fit into the grid around it, and stands by itself.",
      );
    }
    outline.items.push({
      is: "question",
      key: questionKey(row),
      row,
      asked,
      section: group?.section ?? null,
      inherited: group?.inherited ?? [],
      withPrevious: group ? follows(group) : false,
    });
  }

  /** Whether the next question of a group stands on the page of the one before. */
  function follows(group: Group): boolean {
    const follows = group.onePage && group.begun;
    group.begun = true;
    return follows;
  }
}
