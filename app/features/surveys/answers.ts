import type { Answer, Answered, Question } from "~/db/tables/surveys-documents";
import { asksFor, OTHER, offered, PREFER_NOT, steps } from "./questionnaire";

/** Answers by the key of their question. */
export type Answers = Record<string, Answer>;

/** A form as it was posted. */
type Posted = Record<string, string | string[] | undefined>;

/** What can be wrong with an answer: each has a sentence in every language, `surveys.wrong` in the locales. */
type Problem =
  | "choose"
  | "choose_some"
  | "choose_fewer"
  | "alone"
  | "not_offered"
  | "enter_number"
  | "whole_number"
  | "number_low"
  | "number_high"
  | "enter_date"
  | "enter_text"
  | "text_long"
  | "rank_once"
  | "rank_some"
  | "rank_fewer"
  | "rows";

/** What is wrong with an answer, and the numbers in its sentence. */
export type Wrong = { problem: Problem; values?: Record<string, string | number> };

/** Characters that fit into each kind of text. */
export const LONGEST = { short_text: 200, long_text: 4000, other: 200 } as const;

type Read = { ok: true; answer: Answer } | ({ ok: false; field: string } & Wrong);

const list = (value: Posted[string]): string[] =>
  (value === undefined ? [] : Array.isArray(value) ? value : [value])
    .map((one) => one.trim())
    .filter(Boolean);
const first = (value: Posted[string]) => list(value)[0] ?? "";

const SKIPPED: Read = { ok: true, answer: { state: "skipped" } };
const answered = (answer: Omit<Answered, "state">): Read => ({
  ok: true,
  answer: { state: "answered", ...answer },
});
const wrong = (field: string, problem: Wrong["problem"], values?: Wrong["values"]): Read => ({
  ok: false,
  field,
  problem,
  values,
});

/** The name of the field that belongs to a part of a question: a grid's row, a rank's option, a date's day. */
export const partName = (question: { key: string }, part: string) => `${question.key}-${part}`;

/**
 * Reads one question's answer out of a posted form. Nothing typed is skipped, unless it is required. Fields
 * are named after the key; parts are `key-part` (see `partName`). A date may also come whole, a rank as the
 * repeated key in order.
 */
export function readAnswer(question: Question, posted: Posted): Read {
  const read = byKind(question, posted);
  if (!read.ok || read.answer.state !== "skipped" || !question.required) return read;
  return wrong(question.key, missingWord(question));
}

function byKind(question: Question, posted: Posted): Read {
  if (!asksFor(question)) return SKIPPED;
  const given = list(posted[question.key]);
  const prefers =
    question.preferNot && (given.includes(PREFER_NOT) || first(posted[partName(question, "prefer")]) !== "");
  if (prefers && given.some((one) => one !== PREFER_NOT)) {
    // Words beside the tick are dropped; ticks beside it contradict it.
    if (question.kind === "multiple") return wrong(question.key, "alone");
  }
  if (prefers) return { ok: true, answer: { state: "prefer_not" } };
  switch (question.kind) {
    case "single":
    case "multiple":
      return readChoices(question, given, first(posted[partName(question, OTHER)]));
    case "scale":
      return readScale(question, given);
    case "number":
      return readNumber(question, given[0] ?? "");
    case "date":
      return readDate(question, given[0] ?? "", posted);
    case "rank":
      return readRank(question, given, posted);
    case "grid":
      return readGrid(question, posted);
    default:
      return readText(question, posted[question.key]);
  }
}

function missingWord({ kind }: Question): Wrong["problem"] {
  if (kind === "multiple") return "choose_some";
  if (kind === "number") return "enter_number";
  if (kind === "date") return "enter_date";
  if (kind === "rank") return "rank_some";
  if (kind === "grid") return "rows";
  return kind === "short_text" || kind === "long_text" ? "enter_text" : "choose";
}

function readChoices(question: Question, given: string[], other: string): Read {
  const known = offered(question);
  // Who wrote into the box and ticked nothing meant the box.
  const chosen = given.length === 0 && other && question.other ? [OTHER] : [...new Set(given)];
  if (chosen.length === 0) return SKIPPED;
  if (chosen.some((one) => !known.includes(one))) return wrong(question.key, "not_offered");
  if (question.kind === "single" && chosen.length > 1) return wrong(question.key, "choose");
  const { most } = question;
  if (question.kind === "multiple" && most !== null && chosen.length > most) {
    return wrong(question.key, "choose_fewer", { most });
  }
  if (other.length > LONGEST.other) {
    return wrong(partName(question, OTHER), "text_long", { most: LONGEST.other });
  }
  const choices = known.filter((one) => chosen.includes(one));
  return answered(choices.includes(OTHER) && other ? { choices, other } : { choices });
}

function readScale(question: Question, given: string[]): Read {
  const [only, ...more] = given;
  if (only === undefined) return SKIPPED;
  const number = steps(question).find((step) => String(step) === only);
  return number === undefined || more.length > 0 ? wrong(question.key, "not_offered") : answered({ number });
}

function readNumber(question: Question, given: string): Read {
  if (given === "") return SKIPPED;
  const plain = given.replace(/[\s,]/g, "");
  if (!/^-?\d{1,12}(\.\d{1,4})?$/.test(plain)) return wrong(question.key, "enter_number");
  const number = Number(plain);
  const { least = null, most = null, whole = false } = question.number ?? {};
  if (whole && !Number.isInteger(number)) return wrong(question.key, "whole_number");
  if (least !== null && number < least) return wrong(question.key, "number_low", { least });
  if (most !== null && number > most) return wrong(question.key, "number_high", { most });
  return answered({ number });
}

function readDate(question: Question, given: string, posted: Posted): Read {
  const [year, month, day] = /^\d{4}-\d{2}-\d{2}$/.test(given)
    ? given.split("-")
    : ["year", "month", "day"].map((part) => first(posted[partName(question, part)]));
  if (!year && !month && !day && !given) return SKIPPED;
  const digits = [year, month, day].every((part) => /^\d{1,4}$/.test(part ?? ""));
  const date = `${year?.padStart(4, "0")}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  const real = digits && !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && Number(year) >= 1880;
  if (!real || new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10) !== date) {
    return wrong(question.key, "enter_date");
  }
  return answered({ date });
}

function readRank(question: Question, given: string[], posted: Posted): Read {
  const most = question.most ?? question.options.length;
  const keys = question.options.map((option) => option.key);
  if (given.length > 0) {
    if (given.some((one) => !keys.includes(one))) return wrong(question.key, "not_offered");
    if (new Set(given).size < given.length) return wrong(question.key, "rank_once");
    return given.length > most ? wrong(question.key, "rank_fewer", { most }) : answered({ choices: given });
  }
  const places = keys
    .map((key) => ({ key, place: first(posted[partName(question, key)]) }))
    .filter(({ place }) => place !== "");
  if (places.length === 0) return SKIPPED;
  if (places.some(({ place }) => !/^\d{1,2}$/.test(place) || Number(place) < 1 || Number(place) > most)) {
    return wrong(question.key, "rank_fewer", { most });
  }
  if (new Set(places.map(({ place }) => Number(place))).size < places.length) {
    return wrong(question.key, "rank_once");
  }
  places.sort((a, b) => Number(a.place) - Number(b.place));
  return answered({ choices: places.map(({ key }) => key) });
}

function readGrid(question: Question, posted: Posted): Read {
  const columns = question.options.map((option) => option.key);
  const rows: Record<string, string> = {};
  for (const { key } of question.rows) {
    const chosen = first(posted[partName(question, key)]);
    if (chosen === "") continue;
    if (!columns.includes(chosen)) return wrong(partName(question, key), "not_offered");
    rows[key] = chosen;
  }
  const given = Object.keys(rows).length;
  if (given === 0) return SKIPPED;
  const open = question.rows.find(({ key }) => !(key in rows));
  return question.required && open ? wrong(partName(question, open.key), "rows") : answered({ rows });
}

function readText(question: Question, value: Posted[string]): Read {
  const raw = (Array.isArray(value) ? value[0] : value) ?? "";
  const tidy = raw.replace(/\r\n?/g, "\n").trim();
  const text = question.kind === "short_text" ? tidy.replace(/\s+/g, " ") : tidy;
  if (text === "") return SKIPPED;
  const most = question.kind === "short_text" ? LONGEST.short_text : LONGEST.long_text;
  return text.length > most ? wrong(question.key, "text_long", { most }) : answered({ text });
}

/** An answer as the fields of its form, to show it again. */
export function postedOf(question: Question, answer: Answer | undefined): Record<string, string | string[]> {
  if (!answer || answer.state === "skipped") return {};
  if (answer.state === "prefer_not") {
    return { [question.key]: PREFER_NOT, [partName(question, "prefer")]: "yes" };
  }
  if (answer.rows) {
    const rows = Object.entries(answer.rows);
    return Object.fromEntries(rows.map(([row, option]) => [partName(question, row), option]));
  }
  if (question.kind === "rank") {
    const places = (answer.choices ?? []).map((key, n) => [partName(question, key), String(n + 1)]);
    return Object.fromEntries(places);
  }
  if (answer.date !== undefined) {
    const [year = "", month = "", day = ""] = answer.date.split("-");
    const parts = { year, month: String(Number(month)), day: String(Number(day)) };
    return Object.fromEntries(
      Object.entries(parts).map(([part, value]) => [partName(question, part), value]),
    );
  }
  if (answer.choices) {
    return { [question.key]: answer.choices, [partName(question, OTHER)]: answer.other ?? "" };
  }
  return { [question.key]: answer.text ?? String(answer.number ?? "") };
}
