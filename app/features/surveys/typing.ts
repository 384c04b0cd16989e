import type { Answer, KeptAnswer, Question, Questionnaire, Unread } from "~/db/tables/surveys-documents";
import { type Answers, partName, readAnswer } from "./answers";
import { canonical } from "./canonical";
import { asksFor, OTHER, offered, PREFER_NOT } from "./questionnaire";
import { routeOf } from "./route";

/** Marks that are typed instead of an answer. */
export const MARKS = { preferNot: "--", twoTicked: "//", illegible: "??" } as const;

/** An answer as it is typed from a sheet; or a sentence about what is wrong with it. */
type Typing = { ok: true; answer: Answer } | { ok: false; field: string; text: string };

/** A form as it was posted. */
type Posted = Record<string, string | string[] | undefined>;

/** The questions of a sheet as they are numbered on paper; what only informs has no number. */
export function numbered({ questions }: Questionnaire): { question: Question; number: number | null }[] {
  let last = 0;
  return questions.map((question) => {
    if (!asksFor(question)) return { question, number: null };
    last += 1;
    return { question, number: last };
  });
}

/** The name of the field for one question's answer: keys may be words that the form itself needs. */
export const fieldOf = ({ key }: { key: string }) => `q-${key}`;
/** The name of the field for the words beside "other". */
export const otherFieldOf = ({ key }: { key: string }) => `q-${key}-other`;

const ticks = ({ kind }: Question) => ["single", "multiple", "scale", "rank", "grid"].includes(kind);
const isFree = ({ kind }: Question) => kind === "short_text" || kind === "long_text";
const tokens = (raw: string) => raw.split(/[\s,;+/.]+/).filter(Boolean);
const isBlank = (token: string) => token === "-" || token === "0";

const SAYS: Readonly<Record<string, string>> = {
  choose: "Type one number, or // when two boxes are ticked",
  choose_fewer: "More numbers than may be ticked. Type // when the sheet has more",
  not_offered: "There is no such box",
  enter_number: "Type a number in figures",
  whole_number: "Type a whole number",
  number_low: "That is less than the least that the question allows. Type ?? when the sheet says so",
  number_high: "That is more than the most that the question allows. Type ?? when the sheet says so",
  enter_date: "Type a date that exists, as 27 3 2026",
  text_long: "That is longer than an answer can be",
  rank_once: "A place stands twice. Type // when the sheet has it twice",
  rank_fewer: "That place is not given here",
};

const value = (posted: Posted[string]) => ((Array.isArray(posted) ? posted[0] : posted) ?? "").trim();

/** Reads what was typed for one question. Nothing typed is an empty answer on the sheet, required or not. */
export function readTyped(question: Question, posted: Posted): Typing {
  const field = fieldOf(question);
  const raw = value(posted[field]);
  const other = value(posted[otherFieldOf(question)]);
  const wrong = (text: string): Typing => ({ ok: false, field, text });
  const unread = (why: Unread): Typing => ({ ok: true, answer: { state: "skipped", why } });
  if (raw === MARKS.illegible) return unread("illegible");
  if (raw === MARKS.twoTicked) {
    return ticks(question) ? unread("two_ticked") : wrong("// is for boxes that are ticked. Type ?? instead");
  }
  if (raw === MARKS.preferNot) {
    return question.preferNot
      ? { ok: true, answer: { state: "prefer_not" } }
      : wrong("This question has no box for “Prefer not to say”");
  }
  const fields = fieldsFor(question, raw, other);
  if (typeof fields === "string") return wrong(fields);
  const read = readAnswer({ ...question, required: false }, fields);
  if (read.ok) return read;
  return { ok: false, field, text: SAYS[read.problem] ?? "Type what the sheet says" };
}

/** What was typed, as the fields of the form that everybody fills in; or what can't be. */
function fieldsFor(question: Question, raw: string, other: string): Posted | string {
  const { key } = question;
  switch (question.kind) {
    case "single":
    case "multiple": {
      const boxes = offered(question);
      const chosen = tokens(raw).map((token) =>
        /^\d{1,2}$/.test(token) ? boxes[Number(token) - 1] : undefined,
      );
      if (chosen.includes(undefined)) return SAYS.not_offered ?? "";
      if (question.kind === "single" && chosen.length > 1) return SAYS.choose ?? "";
      if (chosen.includes(PREFER_NOT) && chosen.length > 1) {
        return "“Prefer not to say” is ticked beside another box. Type // to say so";
      }
      return { [key]: chosen.flatMap((one) => one ?? []), [partName(question, OTHER)]: other };
    }
    case "rank": {
      const places = tokens(raw);
      if (places.length > question.options.length) return "More numbers than there are boxes";
      return Object.fromEntries(
        question.options.map((option, at) => {
          const place = places[at] ?? "-";
          return [partName(question, option.key), isBlank(place) ? "" : place];
        }),
      );
    }
    case "grid": {
      const given = tokens(raw);
      if (given.length > question.rows.length) return "More numbers than there are rows";
      const columns = given.map((token) => (isBlank(token) ? "" : question.options[Number(token) - 1]?.key));
      if (columns.includes(undefined)) return SAYS.not_offered ?? "";
      return Object.fromEntries(
        question.rows.map((row, at) => [partName(question, row.key), columns[at] ?? ""]),
      );
    }
    case "date": {
      const [day = "", month = "", year = ""] = raw.split(/[\s./-]+/).filter(Boolean);
      const whole = /^\d\d$/.test(year) ? `${Number(year) < 50 ? "20" : "19"}${year}` : year;
      return {
        [partName(question, "day")]: day,
        [partName(question, "month")]: month,
        [partName(question, "year")]: whole,
      };
    }
    default:
      return { [key]: raw };
  }
}

/** An answer as somebody would type it, to show it again. */
export function typedOf(question: Question, answer: KeptAnswer | undefined): Record<string, string> {
  const field = fieldOf(question);
  if (!answer || answer.state === "not_shown") return {};
  if (answer.state === "prefer_not") return { [field]: MARKS.preferNot };
  if (answer.state === "skipped") {
    if (!answer.why) return {};
    return { [field]: answer.why === "illegible" ? MARKS.illegible : MARKS.twoTicked };
  }
  const { choices = [], rows, date } = answer;
  if (rows) {
    const at = (row: string) => question.options.findIndex((option) => option.key === rows[row]) + 1;
    return { [field]: trimmed(question.rows.map((row) => at(row.key))) };
  }
  if (question.kind === "rank") {
    return { [field]: trimmed(question.options.map((option) => choices.indexOf(option.key) + 1)) };
  }
  if (date !== undefined) {
    const [year = "", month = "", day = ""] = date.split("-");
    return { [field]: `${Number(day)} ${Number(month)} ${year}` };
  }
  if (answer.choices) {
    const boxes = offered(question);
    const numbers = choices.map((choice) => boxes.indexOf(choice) + 1).join(" ");
    return { [field]: numbers, ...(answer.other ? { [otherFieldOf(question)]: answer.other } : {}) };
  }
  return { [field]: answer.text ?? String(answer.number ?? "") };
}

const trimmed = (numbers: readonly number[]) =>
  numbers
    .map((n) => (n === 0 ? "-" : String(n)))
    .join(" ")
    .replace(/( -)+$/, "");

/** A whole sheet as it was typed: its answers, what is wrong, and what stands on it off the route. */
export type TypedSheet = {
  answers: Answers;
  wrong: { field: string; text: string }[];
  off: Question[];
};

/** Reads every question of a sheet. `off` are questions that were answered although the rules lead past them. */
export function readSheet(questionnaire: Questionnaire, posted: Posted): TypedSheet {
  const answers: Answers = {};
  const wrong: TypedSheet["wrong"] = [];
  for (const question of questionnaire.questions.filter(asksFor)) {
    const read = readTyped(question, posted);
    if (read.ok) answers[question.key] = read.answer;
    else wrong.push({ field: read.field, text: read.text });
  }
  const on = new Set(routeOf(questionnaire, answers).questions.map(({ key }) => key));
  const off = questionnaire.questions.filter(({ key }) => {
    const answer = answers[key];
    return answer !== undefined && isSomething(answer) && !on.has(key);
  });
  return { answers, wrong, off };
}

const isSomething = (answer: Answer) => answer.state !== "skipped" || answer.why !== undefined;

/** Words that are written by hand are alike when they differ only in case, spaces and marks. */
function folded(question: Question, answer: KeptAnswer | undefined): string {
  if (answer?.state !== "answered") return canonical(answer ?? { state: "not_shown" });
  const plain = (text: string | undefined) =>
    text
      ?.normalize("NFKD")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .toLowerCase();
  const { other, ...rest } = answer;
  return canonical(
    isFree(question) ? plain(answer.text) : { ...rest, ...(other ? { other: plain(other) } : {}) },
  );
}

/** The questions that two people typed differently, out of how many. */
export function compareSheets(
  questionnaire: Questionnaire,
  first: Readonly<Record<string, KeptAnswer>>,
  second: Readonly<Record<string, KeptAnswer>>,
): { compared: number; differ: Question[] } {
  const asked = questionnaire.questions.filter(asksFor);
  const differ = asked.filter(
    (question) => folded(question, first[question.key]) !== folded(question, second[question.key]),
  );
  return { compared: asked.length, differ };
}
