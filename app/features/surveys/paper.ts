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

/** Lines to write on. */
export const LINES = { short: 1, long: 4 } as const;

const SHORT = 34;

/** True for answers so short that they stand in two columns. */
export const inColumns = (labels: readonly string[]) =>
  labels.length > 3 && labels.every((label) => label.length <= SHORT);

/** Sizes of letters on paper, in points. */
const SIZES = { usual: 11, large: 17 } as const;
/** One of them. */
export type PaperSize = keyof typeof SIZES;

/** What fits on a sheet of A4 in points: 266 mm between the margins, less the line with code and page. */
const ROOM = 720;
/** A line to write on, which is for hands and does not grow with the letters. */
const WRITING = 28;

/** Heights in points for a size of letters; rather more than less. */
function measures(size: PaperSize) {
  const em = SIZES[size];
  const perLine = 1000 / em;
  const lines = (text: string | null | undefined, share = 1) =>
    text ? Math.ceil(text.length / (perLine * share)) * em * 1.36 : 0;
  return {
    em,
    lines,
    /** A paragraph with what keeps it from the next. */
    paragraph: (text: string | null | undefined) => (text ? lines(text) + em * 0.4 : 0),
    box: em * 1.72,
  };
}

type Measures = ReturnType<typeof measures>;

const wordsOf = (label: Worded | string) => (typeof label === "string" ? label : label.text);

/** The height of a block on paper. */
function heightOf(block: PaperBlock, { em, lines, paragraph, box }: Measures): number {
  if (block.kind === "section") {
    return em * 3.2 + paragraph(block.text?.text) + paragraph(block.rule);
  }
  const { shown, boxes, help, rule, jumps } = block;
  const title = lines(shown.title.text, 0.88) + em * 0.25;
  const words = paragraph(rule) + paragraph([shown.hint?.text, help].filter(Boolean).join(" "));
  const after = jumps.reduce((sum, jump) => sum + paragraph(jump), 0);
  const away = shown.preferNot && boxes.length === 0 ? box : 0;
  return em + title + words + partHeight(block, { em, lines, paragraph, box }) + away + after;
}

function partHeight({ shown, boxes }: PaperBlock & { kind: "question" }, of: Measures): number {
  const { em, lines, box } = of;
  const tall = (texts: readonly string[], share: number) =>
    texts.reduce((sum, text) => sum + Math.max(box, lines(text, share) + em * 0.35), em * 0.6);
  switch (shown.kind) {
    case "single":
    case "multiple": {
      const texts = boxes.map(({ label }) => wordsOf(label));
      return inColumns(texts) ? Math.ceil(texts.length / 2) * box + em * 0.6 : tall(texts, 0.85);
    }
    case "scale":
      return em * 3;
    case "rank":
      return tall(
        shown.options.map(({ label }) => label.text),
        0.85,
      );
    case "grid": {
      const share = 0.5 / Math.max(1, shown.options.length);
      const head = Math.max(...shown.options.map(({ label }) => lines(label.text, share)));
      const rows = shown.rows.map(({ label }) => Math.max(em * 2, lines(label.text, 0.42) + em * 0.5));
      return em * 1.4 + head + rows.reduce((sum, row) => sum + row, 0);
    }
    case "long_text":
      return LINES.long * WRITING;
    case "short_text":
      return LINES.short * WRITING;
    case "information":
      return 0;
    default:
      return em * 2.4;
  }
}

/**
 * What stands above the first question: paragraphs, a box of how to give it back, and lines for who answers; and
 * below the last (`foot`).
 */
export type PaperTop = {
  title: string;
  paragraphs: readonly string[];
  back: string;
  who: number;
  foot: readonly string[];
};

/**
 * Lays a form out on sheets of A4: what belongs together stays together, and a heading never stands alone at the
 * foot.
 */
export function paperPages({ blocks }: Paper, size: PaperSize, top: PaperTop): PaperBlock[][] {
  const of = measures(size);
  const { em, lines, paragraph } = of;
  const above = top.paragraphs.reduce((sum, text) => sum + paragraph(text), 0);
  const heading = lines(top.title, 0.5) * 1.9 + em;
  const pages: PaperBlock[][] = [[]];
  let left = ROOM - heading - above - paragraph(top.back) - em * 3 - top.who * em * 2.4;
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    const own = heightOf(block, of);
    const needed = block.kind === "section" && next ? own + heightOf(next, of) : own;
    if (needed > left && left < ROOM) {
      pages.push([]);
      left = ROOM;
    }
    pages.at(-1)?.push(block);
    left -= own;
  }
  const foot = top.foot.reduce((sum, text) => sum + paragraph(text), 0);
  if (foot > left && left < ROOM) pages.push([]);
  return pages;
}
