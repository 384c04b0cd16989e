import type { Question } from "~/db/tables/surveys-documents";
import type { Cell, Report } from "./import-report";
import { newQuestion, OTHER } from "./questionnaire";
import { answersOf, listsOf } from "./xlsform-answers";
import { looksOf, type OutlinedGrid, type OutlinedQuestion } from "./xlsform-outline";
import { type Named, readLimits, readMost } from "./xlsform-rules";
import type { FormRow, FormSheets } from "./xlsform-sheets";
import type { FormWords } from "./xlsform-words";

const MOST_GRID_ROWS = 30;

/** Every cell of the rows that become one question. */
export function cellsOf(item: OutlinedQuestion | OutlinedGrid): Cell[] {
  const rows = item.is === "grid" ? [item.row, ...item.rows.map(({ row }) => row)] : [item.row];
  return rows.flatMap(({ cells }) => [...cells.values()]);
}

type Making = { report: Report; words: FormWords; names: Map<string, Named> };
/** A question, and what puts its words in. */
type Made = { question: Question | null; say: (question: Question) => void };

const TRUE = /^(yes|true|true\(\)|1)$/i;
const FALSE = /^(no|false|false\(\)|0)$/i;

function isRequired(row: FormRow, report: Report): boolean {
  const cell = row.cells.get("required");
  if (!cell) return false;
  const isYes = TRUE.test(cell.value);
  if (isYes || FALSE.test(cell.value)) report.note(cell, "taken");
  else report.note(cell, "left", "Whether it has to be answered can’t depend on other answers.");
  return isYes;
}

/**
 * Makes the question of an item, without its words: `say` puts these in once all questions are known, for they
 * may repeat answers. Null where it can't be asked.
 */
export function makeOf(item: OutlinedQuestion | OutlinedGrid, form: FormSheets, making: Making): Made {
  const lists = listsOf(form.choices);
  const list = item.is === "grid" ? item.list : item.asked.list;
  const rows = list === null ? [] : (lists.get(list) ?? []);
  if (list !== null && rows.length === 0) {
    for (const cell of cellsOf(item))
      making.report.note(cell, "left", `The list “${list.slice(0, 60)}” is not in the sheet “choices”.`);
    return { question: null, say: () => {} };
  }
  return item.is === "grid" ? makeGrid(item, rows, making) : makeQuestion(item, rows, making);
}

const nameOf = (row: FormRow) => row.cells.get("name")?.value ?? "";

function know({ names }: Making, row: FormRow, named: Named): void {
  const name = nameOf(row);
  if (name && !names.has(name)) names.set(name, named);
}

function makeGrid(item: OutlinedGrid, choices: readonly FormRow[], making: Making): Made {
  const { report, words } = making;
  const { key } = item;
  const taken = answersOf(choices, { report, words, question: key, asides: false });
  const rows = item.rows.slice(0, MOST_GRID_ROWS);
  for (const { row } of item.rows.slice(MOST_GRID_ROWS)) {
    for (const cell of row.cells.values())
      report.note(cell, "left", `A grid has ${MOST_GRID_ROWS} rows at most.`);
  }
  for (const { key: name, row } of rows) {
    know(making, row, {
      question: `${key}-${name}`,
      key: null,
      kind: "grid",
      whole: false,
      values: taken.values,
    });
    report.note(row.cells.get("type"), "changed", "It is a row of a grid.");
    report.note(row.cells.get("relevant"), "left", "A grid is shown whole, or not at all.");
  }
  const needs = rows.map(({ row }) => isRequired(row, report));
  if (needs.some(Boolean) && !needs.every(Boolean)) {
    for (const { row } of rows)
      report.note(row.cells.get("required"), "left", "A grid has to be answered whole, or not at all.");
  }
  const required = (needs.length > 0 && needs.every(Boolean)) || isRequired(item.row, report);
  const question = newQuestion(key, "grid", "", { options: taken.options, required });
  return {
    question,
    say(question) {
      question.title =
        words.take(item.row, "label", { key: `q.${key}.title`, most: 500, repeats: true }) ||
        (nameOf(item.row) || key).replaceAll("_", " ");
      question.hint = words.take(item.row, "hint", { key: `q.${key}.hint`, most: 1000, repeats: true });
      question.rows = rows.map(({ key: name, row }) => {
        const label = words.take(row, "label", { key: `q.${key}.r.${name}`, most: 300 });
        for (const [column, cell] of row.cells) {
          if (column.startsWith("hint")) report.note(cell, "left", "Rows of a grid have no hints.");
        }
        return { key: name, label: label || nameOf(row) || name };
      });
    },
  };
}

/** Ways in which other programs lay answers out; here the site does. */
const LAYOUT =
  /^(minimal|quick|quickcompact|compact|likert|columns.*|horizontal.*|autocomplete|search|no-buttons|w\d+|picker|rating|vertical)$/;

function noteLooks(row: FormRow, report: Report): void {
  const cell = row.cells.get("appearance");
  if (cell && looksOf(row).every((one) => LAYOUT.test(one))) {
    report.note(cell, "changed", "The site lays answers out itself, so that they work on every screen.");
  }
}

function makeQuestion(item: OutlinedQuestion, choices: readonly FormRow[], making: Making): Made {
  const { report, words } = making;
  const { key, row, asked } = item;
  const isLong = asked.kind === "short_text" && looksOf(row).includes("multiline");
  const kind = isLong ? "long_text" : asked.kind;
  if (isLong) report.note(row.cells.get("appearance"), "taken");
  else noteLooks(row, report);
  const asks = kind !== "information";
  if (!asks) report.note(row.cells.get("required"), "left", "Nothing is answered here.");
  const question = newQuestion(key, kind, "", { required: asks && isRequired(row, report) });
  let values = new Map<string, string>();
  if (asked.list !== null) {
    const asides = kind !== "rank";
    const taken = answersOf(choices, { report, words, question: key, asides });
    values = taken.values;
    question.options = taken.options;
    question.other = asides && (taken.other || asked.other);
    question.preferNot = taken.preferNot;
    if (asked.other) values.set(OTHER, OTHER);
  }
  if (asked.word === "acknowledge" || asked.word === "trigger") {
    question.options = [{ key: "ok", label: "Yes" }];
    values.set("OK", "ok");
    report.note(row.cells.get("type"), "changed", "It becomes one box to tick.");
  }
  if (asked.word === "range") takeRange(question, row, report);
  if (kind === "number" && question.number)
    question.number.whole = question.number.whole && asked.word !== "decimal";
  takeConstraint(question, row, report);
  const whole = question.kind === "scale" || (question.number?.whole ?? false);
  if (asks) know(making, row, { question: key, key, kind: question.kind, whole, values });
  return {
    question,
    say(question) {
      const title = words.take(row, "label", { key: `q.${key}.title`, most: 500, repeats: true });
      question.hint = words.take(row, "hint", { key: `q.${key}.hint`, most: 1000, repeats: true });
      if (!title)
        report.note(row.cells.get("name"), "changed", "It has no words, so its name stands for them.");
      question.title = title || (nameOf(row) || key).replaceAll("_", " ");
    },
  };
}

/** `start=1 end=5 step=1`: a scale where there are eleven steps at most, else a number with limits. */
function takeRange(question: Question, row: FormRow, report: Report): void {
  const cell = row.cells.get("parameters");
  const said = new Map(
    [...(cell?.value ?? "").matchAll(/(start|end|step)\s*=\s*(-?\d+(?:\.\d+)?)/g)].map(([, name, number]) => [
      name,
      Number(number),
    ]),
  );
  const [from, to, step] = [said.get("start") ?? 0, said.get("end") ?? 10, said.get("step") ?? 1];
  const whole = [from, to, step].every(Number.isInteger);
  if (whole && step === 1 && to > from && to - from <= 10) {
    question.kind = "scale";
    question.number = null;
    question.scale = { from, to, fromLabel: "", toLabel: "" };
    report.note(cell, "taken");
    return;
  }
  question.number = { least: Math.min(from, to), most: Math.max(from, to), whole, unit: "" };
  report.note(
    cell,
    "changed",
    "It has too many steps for a scale, so people type a number between its ends.",
  );
}

function takeConstraint(question: Question, row: FormRow, report: Report): void {
  const cell = row.cells.get("constraint");
  if (!cell) return;
  const most = question.kind === "multiple" ? readMost(cell.value) : null;
  if (most !== null) {
    question.most = most;
    report.note(cell, "taken");
    return;
  }
  if (question.kind !== "number" || !question.number) {
    report.note(cell, "left", "Only numbers have a least and a most here, and choices a most.");
    return;
  }
  const read = readLimits(cell.value, question.number.whole);
  if (!read.ok) {
    report.note(cell, "left", read.why);
    return;
  }
  question.number = {
    ...question.number,
    least: read.value.least ?? question.number.least,
    most: read.value.most ?? question.number.most,
  };
  report.note(cell, "taken");
}
