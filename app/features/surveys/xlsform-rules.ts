import type { Condition, Kind, Rule } from "~/db/tables/surveys-documents";

/** What an expression may ask about: a question, or a row of a grid, by the name that the form gave it. */
export type Named = {
  /** How a condition names it: `key`, or `key-row`. */
  question: string;
  /** How a text repeats its answer; null for rows of grids, whose answers can't be repeated. */
  key: string | null;
  kind: Kind;
  whole: boolean;
  /** Its answers, by the names that the form gave them. */
  values: ReadonlyMap<string, string>;
};

type Names = ReadonlyMap<string, Named>;
type Read<T> = { ok: true; value: T } | { ok: false; why: string };

/** Thrown inside this file alone: an expression that has no rule here, and why. */
class NoRule extends Error {}

const LONGEST = 2000;
const DEEPEST = 20;

const TOKEN =
  /\s*(?:(\$\{\s*[^{}\s]+\s*\})|('[^']*'|"[^"]*"|‘[^’]*’|“[^”]*”)|(-?\d+(?:\.\d+)?)|(!=|<=|>=|=|<|>|\(|\)|,|\.)|([A-Za-z][A-Za-z0-9_:-]*))/y;

type Token = { is: "name" | "text" | "number" | "sign" | "word"; text: string };

function tokensOf(text: string): Token[] {
  if (text.length > LONGEST) throw new NoRule(`It is longer than ${LONGEST} characters.`);
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const from = TOKEN.lastIndex;
    const [, name, quoted, number, sign, word] = TOKEN.exec(text) ?? [];
    if (name) tokens.push({ is: "name", text: name.slice(2, -1).trim() });
    else if (quoted) tokens.push({ is: "text", text: quoted.slice(1, -1) });
    else if (number) tokens.push({ is: "number", text: number });
    else if (sign) tokens.push({ is: "sign", text: sign });
    else if (word) tokens.push({ is: "word", text: word });
    else throw new NoRule(`“${text.slice(from, from + 20).trim()}” is not understood.`);
  }
  return tokens;
}

/** A tree of conditions: leaves are conditions, the others hold when all or any of their parts do. */
type Tree = { match: "all" | "any"; parts: Tree[] } | { leaf: Condition };

/**
 * Reads a condition of an XLSForm: `selected(${a}, 'x')`, `${a} = 'x'`, `!=`, `>`, `>=`, `<`, `<=`, `''` for no
 * answer, `not(…)`, `and`, `or` and brackets. What a rule here can't say comes back with the reason.
 */
export function readRule(text: string, names: Names): Read<Rule> {
  return orWhy(() => {
    const tokens = tokensOf(text);
    const tree = anyOf(tokens, names, 0);
    const [left] = tokens;
    if (left) throw new NoRule(`“${left.text}” is not understood where it stands.`);
    return ruleOf(tree);
  });
}

function orWhy<T>(read: () => T): Read<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof NoRule) return { ok: false, why: error.message };
    throw error;
  }
}

const isWord = (token: Token | undefined, word: string) =>
  token?.is === "word" && token.text.toLowerCase() === word;
const isSign = (token: Token | undefined, sign: string) => token?.is === "sign" && token.text === sign;

function take(tokens: Token[], sign: string): void {
  const next = tokens.shift();
  if (!isSign(next, sign)) throw new NoRule(`“${sign}” is missing${next ? ` before “${next.text}”` : ""}.`);
}

function anyOf(tokens: Token[], names: Names, depth: number): Tree {
  if (depth > DEEPEST) throw new NoRule("It has too many brackets.");
  const parts = [allOf(tokens, names, depth)];
  while (isWord(tokens[0], "or")) {
    tokens.shift();
    parts.push(allOf(tokens, names, depth));
  }
  return joined("any", parts);
}

function allOf(tokens: Token[], names: Names, depth: number): Tree {
  const parts = [termOf(tokens, names, depth)];
  while (isWord(tokens[0], "and")) {
    tokens.shift();
    parts.push(termOf(tokens, names, depth));
  }
  return joined("all", parts);
}

function joined(match: "all" | "any", parts: Tree[]): Tree {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    match,
    parts: parts.flatMap((part) => ("parts" in part && part.match === match ? part.parts : [part])),
  };
}

function termOf(tokens: Token[], names: Names, depth: number): Tree {
  const token = tokens.shift();
  if (!token) throw new NoRule("It stops in the middle.");
  if (isSign(token, "(")) {
    const inside = anyOf(tokens, names, depth + 1);
    take(tokens, ")");
    return inside;
  }
  if (isWord(token, "not") && isSign(tokens[0], "(")) {
    tokens.shift();
    const inside = anyOf(tokens, names, depth + 1);
    take(tokens, ")");
    return negated(inside);
  }
  if (isWord(token, "selected")) return { leaf: selected(tokens, names) };
  if (isWord(token, "string-length") || isWord(token, "count-selected"))
    return { leaf: counted(tokens, names) };
  if (token.is === "name") return { leaf: compared(named(token.text, names), tokens) };
  throw new NoRule(`“${token.text}” is not understood.`);
}

function named(name: string, names: Names): Named {
  const found = names.get(name);
  if (!found) throw new NoRule(`It asks about “${name}”, which was not taken.`);
  return found;
}

function nameIn(tokens: Token[], names: Names): Named {
  const token = tokens.shift();
  if (token?.is !== "name") throw new NoRule("A question is missing between the brackets.");
  return named(token.text, names);
}

function selected(tokens: Token[], names: Names): Condition {
  take(tokens, "(");
  const asked = nameIn(tokens, names);
  take(tokens, ",");
  const value = tokens.shift();
  if (value?.is !== "text" && value?.is !== "number")
    throw new NoRule("An answer is missing after “selected”.");
  take(tokens, ")");
  return { question: asked.question, is: "any_of", values: [answerFor(asked, value.text)] };
}

/** `string-length(${a}) > 0` and `count-selected(${a}) >= 1`: answered at all. */
function counted(tokens: Token[], names: Names): Condition {
  take(tokens, "(");
  const { question } = nameIn(tokens, names);
  take(tokens, ")");
  const said = `${tokens.shift()?.text ?? ""}${tokens.shift()?.text ?? ""}`;
  if (said === ">0" || said === ">=1" || said === "!=0") return { question, is: "answered", values: [] };
  if (said === "=0" || said === "<1") return { question, is: "not_answered", values: [] };
  throw new NoRule("How much was answered can't decide who is asked, only whether anything was.");
}

function answerFor({ values, question, kind }: Named, value: string): string {
  if (kind === "number" || kind === "scale") return String(Number(value));
  if (kind === "short_text" || kind === "long_text") return value;
  const found = values.get(value);
  if (found === undefined) throw new NoRule(`“${value}” is no answer to “${question}”.`);
  return found;
}

function compared(asked: Named, tokens: Token[]): Condition {
  const { question, kind } = asked;
  const sign = tokens.shift();
  const value = tokens.shift();
  if (sign?.is !== "sign" || (value?.is !== "text" && value?.is !== "number")) {
    throw new NoRule("It compares with something else than one answer.");
  }
  if (value.text === "" && sign.text === "=") return { question, is: "not_answered", values: [] };
  if (value.text === "" && sign.text === "!=") return { question, is: "answered", values: [] };
  if (kind === "date") throw new NoRule("Dates can't decide who is asked.");
  if (sign.text === "=") return { question, is: "any_of", values: [answerFor(asked, value.text)] };
  if (sign.text === "!=") return { question, is: "none_of", values: [answerFor(asked, value.text)] };
  const [number, step] = [Number(value.text), asked.whole ? 1 : 0];
  if ((kind !== "number" && kind !== "scale") || !Number.isFinite(number)) {
    throw new NoRule("Only numbers can be more or less than another.");
  }
  if ((sign.text === ">" || sign.text === "<") && (step === 0 || !Number.isInteger(number))) {
    throw new NoRule("More or less than a number with decimals can't be said: use >= or <=.");
  }
  const at = { ">=": number, ">": number + step, "<=": number, "<": number - step }[sign.text];
  if (at === undefined) throw new NoRule(`“${sign.text}” is not understood.`);
  return { question, is: sign.text.startsWith(">") ? "at_least" : "at_most", values: [String(at)] };
}

const OPPOSITE: Readonly<Partial<Record<Condition["is"], Condition["is"]>>> = {
  any_of: "none_of",
  none_of: "any_of",
  answered: "not_answered",
  not_answered: "answered",
};

function negated(tree: Tree): Tree {
  if ("parts" in tree) {
    return { match: tree.match === "all" ? "any" : "all", parts: tree.parts.map(negated) };
  }
  const is = OPPOSITE[tree.leaf.is];
  if (!is) throw new NoRule("“not” before a comparison also holds without a number, which can't be said.");
  return { leaf: { ...tree.leaf, is } };
}

/** A tree as one rule: conditions on the same question are put together where that says the same. */
function ruleOf(tree: Tree): Rule {
  if ("leaf" in tree) return { match: "all", conditions: [tree.leaf] };
  const conditions = tree.parts.map(leafOf);
  const rule = { match: tree.match, conditions: merged(conditions, tree.match) };
  if (rule.conditions.length > 10) throw new NoRule("It has more than ten conditions.");
  return rule;
}

function leafOf(tree: Tree): Condition {
  if ("leaf" in tree) return tree.leaf;
  const [only, more] = merged(tree.parts.map(leafOf), tree.match);
  if (!only || more) throw new NoRule("It mixes “and” with “or”, which one rule can't say.");
  return only;
}

/** `a = x or a = y` is any of x and y; `a != x and a != y` is none of them. */
function merged(conditions: readonly Condition[], match: "all" | "any"): Condition[] {
  const together = match === "any" ? "any_of" : "none_of";
  const found: Condition[] = [];
  for (const one of conditions) {
    const same = found.find(({ question, is }) => question === one.question && is === together);
    if (same && one.is === together) same.values = [...new Set([...same.values, ...one.values])];
    else found.push({ ...one });
  }
  return found;
}

/** Both rules at once, or null where one rule can't say it. */
export function bothRules(a: Rule | null, b: Rule | null): Rule | null {
  if (!a || !b) return a ?? b;
  const isAll = (rule: Rule) => rule.match === "all" || rule.conditions.length === 1;
  const conditions = [...a.conditions, ...b.conditions];
  return isAll(a) && isAll(b) && conditions.length <= 10 ? { match: "all", conditions } : null;
}

/** The least and the most that an answer may be. */
export type Limits = { least: number | null; most: number | null };

/** Reads `. >= 0 and . <= 120`. Of whole numbers `.` may also be more or less than one. */
export function readLimits(text: string, whole: boolean): Read<Limits> {
  return orWhy(() => {
    const tokens = tokensOf(text).filter(({ text }) => text !== "(" && text !== ")");
    const limits: Limits = { least: null, most: null };
    while (tokens.length > 0) {
      const [dot, sign, number, and] = tokens.splice(0, 4);
      const value = Number(number?.text);
      const understood = isSign(dot, ".") && number?.is === "number" && (!and || isWord(and, "and"));
      if (!understood || (and && tokens.length === 0))
        throw new NoRule("Only a least and a most number are understood.");
      const step = sign?.text === ">" || sign?.text === "<" ? 1 : 0;
      if (step === 1 && (!whole || !Number.isInteger(value))) {
        throw new NoRule("More or less than a number with decimals can't be said: use >= or <=.");
      }
      if (sign?.text === ">" || sign?.text === ">=")
        limits.least = Math.max(limits.least ?? -Infinity, value + step);
      else if (sign?.text === "<" || sign?.text === "<=")
        limits.most = Math.min(limits.most ?? Infinity, value - step);
      else throw new NoRule("Only a least and a most number are understood.");
    }
    return limits;
  });
}

/** Reads `count-selected(.) <= 3`: how many answers may be chosen; null for anything else. */
export function readMost(text: string): number | null {
  const [, sign, number] = /^\s*count-selected\(\s*\.\s*\)\s*(<=|<)\s*(\d{1,2})\s*$/.exec(text) ?? [];
  if (!sign || !number) return null;
  const most = sign === "<" ? Number(number) - 1 : Number(number);
  return most >= 1 && most <= 60 ? most : null;
}
