import type { Condition, Question, Questionnaire, Rule } from "~/db/tables/surveys-documents";
import { asksFor, OTHER, offered, PREFER_NOT } from "./questionnaire";
import { type ShownQuestion, shownIn } from "./shown";
import { type Worded, wordsIn } from "./texts";
import { numbered } from "./typing";

/** Says a string of the site in the form's language. */
export type Say = (key: string, words?: Record<string, string | number>) => string;

/** What stands on a form, one below the other. */
export type PaperBlock =
  | { kind: "section"; key: string; title: Worded; text: Worded | null; rule: string | null }
  | {
      kind: "question";
      key: string;
      number: number | null;
      shown: ShownQuestion;
      /** The boxes of a question, with the numbers that they are typed by. */
      boxes: { number: number; label: Worded | string; writes: boolean }[];
      help: string | null;
      rule: string | null;
      jumps: string[];
    };

/** A form in one language, before it is laid out. */
export type Paper = { blocks: PaperBlock[]; numbers: number };

/** Says every question of a form in a language: with its boxes, and the route in words. */
export function paperOf(questionnaire: Questionnaire, locale: string, say: Say): Paper {
  const shown = shownIn(questionnaire, locale);
  const inWords = ruleSayer(questionnaire, locale, say);
  const jumps = jumpSayer(questionnaire, locale, say);
  const blocks: PaperBlock[] = [];
  let section: string | null = null;
  for (const { question, number } of numbered(questionnaire)) {
    if (question.section !== section && question.section !== null) {
      const found = questionnaire.sections.find(({ key }) => key === question.section);
      const said = shown.section(question.section);
      if (found && said) {
        const rule = inWords(found.showWhen, "onlyPart");
        blocks.push({ kind: "section", key: `section ${found.key}`, ...said, rule });
      }
    }
    section = question.section;
    blocks.push({
      kind: "question",
      key: question.key,
      number,
      shown: shown.question(question),
      boxes: boxesOf(question, shown.question(question), say),
      help: helpFor(question, say),
      rule: inWords(question.showWhen, "only"),
      jumps: jumps(question),
    });
  }
  return { blocks, numbers: questionnaire.questions.filter(asksFor).length };
}

function boxesOf(question: Question, shown: ShownQuestion, say: Say) {
  if (question.kind !== "single" && question.kind !== "multiple") return [];
  return offered(question).map((key, at) => ({
    number: at + 1,
    label:
      key === PREFER_NOT
        ? say("surveys.preferNot")
        : (shown.options.find((option) => option.key === key)?.label ?? say("surveys.other")),
    writes: question.other && key === OTHER,
  }));
}

function helpFor({ kind, most, options }: Question, say: Say): string | null {
  if (kind === "single" || kind === "scale") return say("surveys.paper.one");
  if (kind === "multiple") {
    return most === null ? say("surveys.paper.any") : say("surveys.paper.most", { most });
  }
  if (kind === "grid") return say("surveys.paper.rows");
  return kind === "rank" ? say("surveys.paper.rank", { most: most ?? options.length }) : null;
}

/** The words of an option, in quotation marks, for a sentence. */
function quoting({ questions }: Questionnaire, locale: string, say: Say, questionnaire: Questionnaire) {
  const words = wordsIn(questionnaire, locale);
  return (key: string, value: string): string => {
    if (value === PREFER_NOT) return say("surveys.paper.quote", { words: say("surveys.preferNot") });
    const option = questions.find((one) => one.key === key)?.options.find((one) => one.key === value);
    if (value === OTHER && !option) return say("surveys.paper.quote", { words: say("surveys.other") });
    if (!option) return value;
    return say("surveys.paper.quote", { words: words(`q.${key}.o.${value}`, option.label).text });
  };
}

const joined = (parts: readonly string[], say: Say, by: "and" | "or" | "either") =>
  parts.reduce((first, second) => say(`surveys.paper.${by}`, { first, second }));

/** "Answer this only if you ticked “Yes” at question 4." */
function ruleSayer(questionnaire: Questionnaire, locale: string, say: Say) {
  const words = wordsIn(questionnaire, locale);
  const quote = quoting(questionnaire, locale, say, questionnaire);
  const order = numbered(questionnaire);
  const sayOne = ({ question: name, is, values }: Condition): string => {
    const [key = "", row] = name.split("-");
    const asked = order.find((one) => one.question.key === key);
    const answers = values.map((value) => quote(key, value));
    const when = say(`surveys.paper.when.${is}`, {
      n: asked?.number ?? "",
      answers: answers.length > 0 ? joined(answers, say, "either") : "",
    });
    const line = asked?.question.rows.find((one) => one.key === row);
    if (!line) return when;
    return say("surveys.paper.row", { when, row: words(`q.${key}.r.${line.key}`, line.label).text });
  };
  return (rule: Rule | null, as: "only" | "onlyPart"): string | null => {
    if (!rule || rule.conditions.length === 0) return null;
    const when = joined(rule.conditions.map(sayOne), say, rule.match === "all" ? "and" : "or");
    return say(`surveys.paper.${as}`, { when });
  };
}

/** What is known for certain after one box was ticked: its answer, and the questions that it leads past. */
type Known = ReadonlyMap<string, readonly string[]>;

/** Whether a condition holds, as far as it is known. */
function holds({ question, is, values }: Condition, known: Known): boolean | null {
  const [key = ""] = question.split("-");
  const given = known.get(key);
  if (!given) return null;
  if (is === "answered") return given.length > 0;
  if (is === "not_answered") return given.length === 0;
  if (is === "any_of") return given.some((one) => values.includes(one));
  if (is === "none_of") return !given.some((one) => values.includes(one));
  return false;
}

/** True when a rule certainly hides what it is for. */
function hides(rule: Rule | null, known: Known): boolean {
  if (!rule || rule.conditions.length === 0) return false;
  const held = rule.conditions.map((one) => holds(one, known));
  return rule.match === "all" ? held.includes(false) : held.every((one) => one === false);
}

/**
 * Where each box of a question leads: the number of the next question that is not certainly passed over, or null
 * for the end. Boxes that lead to the very next question are left out.
 */
export function jumpsFrom(questionnaire: Questionnaire, from: Question): Map<string, number | null> {
  const rules = new Map(questionnaire.sections.map((section) => [section.key, section.showWhen]));
  const order = numbered(questionnaire);
  const after = order.slice(order.findIndex(({ question }) => question.key === from.key) + 1);
  const jumps = new Map<string, number | null>();
  if (from.kind !== "single") return jumps;
  for (const value of offered(from)) {
    const known = new Map<string, readonly string[]>([[from.key, [value]]]);
    const next = after.findIndex(({ question }) => {
      const section = question.section === null ? null : (rules.get(question.section) ?? null);
      if (!hides(section, known) && !hides(question.showWhen, known)) return true;
      known.set(question.key, []);
      return false;
    });
    const passed = (next < 0 ? after : after.slice(0, next)).some(({ number }) => number !== null);
    if (!passed) continue;
    const to = next < 0 ? undefined : after.slice(next).find(({ number }) => number !== null);
    jumps.set(value, to?.number ?? null);
  }
  return jumps;
}

/** "If you ticked “Never”, go to question 6." */
function jumpSayer(questionnaire: Questionnaire, locale: string, say: Say) {
  const quote = quoting(questionnaire, locale, say, questionnaire);
  return (question: Question): string[] => {
    const jumps = jumpsFrom(questionnaire, question);
    return [...new Set(jumps.values())].map((to) => {
      const values = [...jumps]
        .filter(([, target]) => target === to)
        .map(([value]) => quote(question.key, value));
      const answers = joined(values, say, "either");
      return to === null
        ? say("surveys.paper.goToEnd", { answers })
        : say("surveys.paper.goTo", { answers, n: to });
    });
  };
}

/** What fits on a sheet of A4, in points: 264 mm between the margins, less the line with code and page. */
const ROOM = 700;

/** The height of a block on paper in points, rather more than less, for a size of letters. */
function heightOf(block: PaperBlock, size: number): number {
  const perLine = 900 / size;
  const line = size * 1.42;
  const lines = (text: string | null | undefined, share = 1) =>
    text ? Math.ceil(text.length / (perLine * share)) * line : 0;
  const gap = 16;
  if (block.kind === "section") {
    return gap + line * 1.7 + lines(block.text?.text) + lines(block.rule);
  }
  const { shown, boxes, help, rule, jumps } = block;
  const words = lines(shown.title.text, 0.88) + lines(shown.hint?.text) + lines(help) + lines(rule);
  const said = words + jumps.reduce((sum, jump) => sum + lines(jump), 0);
  const box = Math.max(line, 20) + 4;
  const away = shown.preferNot && boxes.length === 0 ? box : 0;
  return gap + said + away + partHeight(block, { line, box, lines });
}

type Measures = { line: number; box: number; lines: (text: string, share?: number) => number };

function partHeight(
  { shown, boxes }: PaperBlock & { kind: "question" },
  { line, box, lines }: Measures,
): number {
  switch (shown.kind) {
    case "single":
    case "multiple": {
      const columns = inColumns(boxes.map(({ label }) => (typeof label === "string" ? label : label.text)))
        ? 2
        : 1;
      const writing = boxes.some(({ writes }) => writes) ? 20 : 0;
      const share = 0.85 / columns;
      const tall = boxes.reduce(
        (most, { label }) => Math.max(most, lines(typeof label === "string" ? label : label.text, share)),
        0,
      );
      return Math.ceil(boxes.length / columns) * Math.max(box, tall + 4) + writing;
    }
    case "scale":
      return line + box + 14;
    case "rank":
      return shown.options.reduce((sum, { label }) => sum + Math.max(box, lines(label.text, 0.85) + 4), 0);
    case "grid": {
      const share = 0.55 / Math.max(1, shown.options.length);
      const head = Math.max(...shown.options.map(({ label }) => lines(label.text, share)));
      return (
        head + shown.rows.reduce((sum, { label }) => sum + Math.max(box + 6, lines(label.text, 0.4) + 10), 0)
      );
    }
    case "long_text":
      return LINES.long * 28;
    case "information":
      return 0;
    default:
      return 32;
  }
}

/** Lines to write on. */
export const LINES = { short: 1, long: 4 } as const;

const SHORT = 34;

/** True for answers so short that they stand in two columns. */
export const inColumns = (labels: readonly string[]) =>
  labels.length > 3 && labels.every((label) => label.length <= SHORT);

/** Sizes of letters on paper, in points. */
export const PAPER_SIZES = { usual: 11, large: 17 } as const;

/**
 * Lays a form out on sheets of A4: what belongs together stays together, and a heading never stands alone at the
 * foot. `before` is the height of what stands above the first question, in lines.
 */
export function paperPages(
  { blocks }: Paper,
  size: keyof typeof PAPER_SIZES,
  before: number,
): PaperBlock[][] {
  const points = PAPER_SIZES[size];
  const pages: PaperBlock[][] = [[]];
  let left = ROOM - before * points * 1.42;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const own = heightOf(block, points);
    const needed = block.kind === "section" && next ? own + heightOf(next, points) : own;
    if (needed > left && (pages.at(-1)?.length ?? 0) + before > 0) {
      pages.push([]);
      left = ROOM;
    }
    pages.at(-1)?.push(block);
    left -= own;
  }
  return pages;
}
