import type { Answer, Condition, Question, Questionnaire } from "~/db/tables/surveys-documents";
import type { Answers } from "./answers";
import { asksFor, isTakenKey, KEY, OTHER, offered, PREFER_NOT, pagesOf, steps } from "./questionnaire";
import { isShown, routeOf } from "./route";
import { pipedIn } from "./texts";

/** Something that has to be put right before a questionnaire can be published, at a question or a section. */
export type Fault = {
  kind: "key" | "words" | "answers" | "loop" | "dead_end" | "piping";
  /** The key of the question, or of the section as `section:key`. */
  at: string;
  /** A sentence for staff. */
  text: string;
};

/** So many ways to answer are tried to find out whether a question can be reached; beyond, it is taken to be. */
const MOST_WAYS = 4000;

/** Everything that is wrong with a questionnaire: keys, missing words, dead ends and loops. Empty when all is well. */
export function faultsOf(questionnaire: Questionnaire): Fault[] {
  const { questions } = questionnaire;
  const faults = [
    ...questions.flatMap((question, n) => faultsOfOne(question, questions.slice(0, n))),
    ...rulesOf(questionnaire).flatMap((one) => faultsOfRule(one, questionnaire)),
    ...loopsIn(questionnaire),
    ...questions.flatMap((question) => faultsOfPiping(question, questionnaire)),
  ];
  if (!questions.some(asksFor)) {
    faults.unshift({ kind: "dead_end", at: "", text: "Add at least one question that can be answered." });
  }
  // Ways are only worth trying once each rule makes sense by itself.
  return faults.length > 0 ? faults : unreachable(questionnaire);
}

function faultsOfOne(question: Question, before: readonly Question[]): Fault[] {
  const { key, kind } = question;
  const faults: Fault[] = [];
  const add = (kind: Fault["kind"], text: string) => faults.push({ kind, at: key, text });
  if (!KEY.test(key) || isTakenKey(key)) add("key", `“${key}” can't be a key: choose another.`);
  if (before.some((one) => one.key === key)) add("key", `Two questions have the key “${key}”.`);
  if (question.title.trim() === "") add("words", "Write the question.");
  const keys = question.options.map((option) => option.key);
  const taken = keys.filter((one, n) => keys.indexOf(one) !== n || one === OTHER || one === PREFER_NOT);
  if (taken[0]) add("key", `Two answers have the key “${taken[0]}”.`);
  if (["single", "multiple", "rank", "grid"].includes(kind)) {
    const choices = keys.length + (question.other ? 1 : 0);
    if (choices < (kind === "grid" || kind === "single" || kind === "rank" ? 2 : 1)) {
      add("answers", "Nobody could answer this: write the answers to choose from.");
    }
  }
  if (kind === "grid" && question.rows.length === 0) {
    add("answers", "Nobody could answer this: write the rows of the grid.");
  }
  if (kind === "scale" && steps(question).length < 2) add("answers", "A scale needs at least two steps.");
  if (kind === "scale" && steps(question).length > 11) add("answers", "A scale has eleven steps at most.");
  const { least, most } = question.number ?? { least: null, most: null };
  if (least !== null && most !== null && least > most) {
    add("answers", "Nobody could answer this: the least number is more than the most.");
  }
  return faults;
}

type RuleAt = { at: string; conditions: readonly Condition[]; position: number };

/** Every rule, with the place of what it shows. A section stands where its first question does. */
function rulesOf({ questions, sections }: Questionnaire): RuleAt[] {
  const ofQuestions = questions.map((question, position) => ({
    at: question.key,
    conditions: question.showWhen?.conditions ?? [],
    position,
  }));
  const ofSections = sections.map((section) => ({
    at: `section:${section.key}`,
    conditions: section.showWhen?.conditions ?? [],
    position: questions.findIndex((question) => question.section === section.key),
  }));
  return [...ofQuestions, ...ofSections.filter(({ position }) => position >= 0)];
}

function faultsOfRule({ at, conditions, position }: RuleAt, questionnaire: Questionnaire): Fault[] {
  const { questions } = questionnaire;
  const pageAt = new Map(
    pagesOf(questionnaire).flatMap((page) =>
      page.questions.map((one): [string, string] => [one.key, page.key]),
    ),
  );
  return conditions.flatMap((condition): Fault[] => {
    const [key = "", row] = condition.question.split("-");
    const n = questions.findIndex((one) => one.key === key);
    const asked = questions[n];
    const here = questions[position]?.key ?? "";
    if (!asked) {
      return [{ kind: "dead_end", at, text: `It waits for the question “${key}”, which is not there.` }];
    }
    if (n === position) return [{ kind: "loop", at, text: "It waits for its own answer." }];
    if (n > position) {
      return [{ kind: "loop", at, text: `It waits for “${asked.title}”, which only comes after it.` }];
    }
    if (pageAt.get(key) === pageAt.get(here)) {
      return [
        {
          kind: "loop",
          at,
          text: `It waits for “${asked.title}”, which stands on the same page: put one of them on another page.`,
        },
      ];
    }
    const never = neverTrue(condition, asked, row);
    return never ? [{ kind: "dead_end", at, text: never }] : [];
  });
}

/** Why a condition can't hold whatever somebody answers, or null. */
function neverTrue({ is, values }: Condition, asked: Question, row: string | undefined): string | null {
  if (!asksFor(asked)) return `It waits for an answer to “${asked.title}”, which asks for none.`;
  if (row !== undefined && !asked.rows.some((one) => one.key === row)) {
    return `It waits for a row of “${asked.title}” that is not there.`;
  }
  if (is === "answered" || is === "not_answered") return null;
  if (is === "at_least" || is === "at_most") {
    if (asked.kind !== "scale" && asked.kind !== "number") {
      return `It compares the answer to “${asked.title}”, which is no number.`;
    }
    return Number.isFinite(Number(values[0] || Number.NaN))
      ? null
      : "It compares an answer with something that is no number.";
  }
  if (values.length === 0) return `Choose which answers to “${asked.title}” it waits for.`;
  const possible = valuesFor(asked);
  const strange = possible && values.find((value) => !possible.includes(value));
  return strange ? `It waits for the answer “${strange}” to “${asked.title}”, which is not offered.` : null;
}

/** The values that a question's answer can have, where they can be listed. */
function valuesFor(question: Question): string[] | null {
  if (question.kind === "scale") {
    return [...steps(question).map(String), ...(question.preferNot ? [PREFER_NOT] : [])];
  }
  return ["single", "multiple", "rank", "grid"].includes(question.kind) ? offered(question) : null;
}

/** Circles of questions that wait for each other, each told once. */
function loopsIn({ questions, sections }: Questionnaire): Fault[] {
  const waits = new Map(
    questions.map((question) => {
      const section = sections.find((one) => one.key === question.section);
      const conditions = [...(question.showWhen?.conditions ?? []), ...(section?.showWhen?.conditions ?? [])];
      return [question.key, conditions.map((one) => one.question.split("-")[0] ?? "")];
    }),
  );
  const told = new Set<string>();
  return questions.flatMap(({ key }) => {
    const circle = circleFrom(key, waits);
    const name = circle ? [...circle].sort().join(" ") : "";
    if (!circle || circle.length < 2 || told.has(name)) return [];
    told.add(name);
    const text = `These questions wait for each other: ${[...circle, key].join(" → ")}.`;
    return [{ kind: "loop" as const, at: key, text }];
  });
}

function circleFrom(start: string, waits: ReadonlyMap<string, string[]>): string[] | null {
  const seen = new Set<string>();
  const walk = (path: string[]): string[] | null => {
    for (const next of waits.get(path.at(-1) ?? "") ?? []) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk([...path, next]);
      if (found) return found;
    }
    return null;
  };
  return walk([start]);
}

function faultsOfPiping(question: Question, questionnaire: Questionnaire): Fault[] {
  const { questions } = questionnaire;
  const page = pagesOf(questionnaire).find((one) => one.questions.includes(question));
  const begins = questions.findIndex((one) => one.key === page?.key);
  return [question.title, question.hint].flatMap(pipedIn).flatMap((key): Fault[] => {
    const n = questions.findIndex((one) => one.key === key);
    if (n >= 0 && n < begins) return [];
    const text =
      n < 0
        ? `It repeats the answer to “${key}”, which is not there.`
        : `It repeats the answer to “${key}”, which is not given before this page.`;
    return [{ kind: "piping", at: question.key, text }];
  });
}

/** Questions that no way of answering leads to. */
function unreachable(questionnaire: Questionnaire): Fault[] {
  return questionnaire.questions.flatMap((question) => {
    if (canBeReached(questionnaire, question)) return [];
    const text = "Nobody can get to it: what it waits for is never true together.";
    return [{ kind: "dead_end" as const, at: question.key, text }];
  });
}

function canBeReached(questionnaire: Questionnaire, question: Question): boolean {
  const needed = ancestorsOf(questionnaire, question);
  const section = questionnaire.sections.find((one) => one.key === question.section);
  if (needed.length === 0) return true;
  const compared = comparedWith(questionnaire);
  const choices = needed.map((one) => ({ one, answers: sampleAnswers(one, compared.get(one.key) ?? []) }));
  const ways = choices.reduce((product, { answers }) => product * answers.length, 1);
  if (ways > MOST_WAYS) return true;
  for (let way = 0; way < ways; way += 1) {
    let rest = way;
    const answers: Answers = {};
    for (const { one, answers: possible } of choices) {
      const answer = possible[rest % possible.length];
      rest = Math.floor(rest / possible.length);
      if (answer) answers[one.key] = answer;
    }
    const { on } = routeOf(questionnaire, answers);
    if (isShown(section?.showWhen ?? null, on) && isShown(question.showWhen, on)) return true;
  }
  return false;
}

/** The questions whose answers decide whether this one is shown, and those that decide about them. */
function ancestorsOf({ questions, sections }: Questionnaire, question: Question): Question[] {
  const found = new Set<Question>();
  const add = (one: Question) => {
    const section = sections.find(({ key }) => key === one.section);
    for (const rule of [one.showWhen, section?.showWhen ?? null]) {
      for (const condition of rule?.conditions ?? []) {
        const asked = questions.find(({ key }) => key === condition.question.split("-")[0]);
        if (!asked || found.has(asked)) continue;
        found.add(asked);
        add(asked);
      }
    }
  };
  add(question);
  return [...found];
}

/** What each question's answer is compared with anywhere. */
function comparedWith({ questions, sections }: Questionnaire): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { showWhen } of [...questions, ...sections]) {
    for (const { question, values } of showWhen?.conditions ?? []) {
      const [key = ""] = question.split("-");
      found.set(key, [...(found.get(key) ?? []), ...values]);
    }
  }
  return found;
}

const given = (answer: Omit<Extract<Answer, { state: "answered" }>, "state">): Answer => ({
  state: "answered",
  ...answer,
});

/** Answers that tell every condition apart: each one that a rule names, others, and none. */
function sampleAnswers(question: Question, compared: readonly string[]): (Answer | undefined)[] {
  const none = question.required ? [] : [undefined];
  const prefer: Answer[] = question.preferNot ? [{ state: "prefer_not" }] : [];
  const keys = question.options.map((option) => option.key).concat(question.other ? [OTHER] : []);
  if (question.kind === "single") {
    return [...keys.map((key) => given({ choices: [key] })), ...prefer, ...none];
  }
  if (question.kind === "multiple" || question.kind === "rank") {
    const named = [...new Set(keys.filter((key) => compared.includes(key)))].slice(0, 6);
    const rest = keys.find((key) => !named.includes(key));
    const most = question.most ?? keys.length;
    const sets = Array.from({ length: 2 ** named.length }, (_, bits) =>
      named.filter((_key, n) => Math.floor(bits / 2 ** n) % 2 === 1),
    ).filter((set) => set.length > 0 && set.length <= most);
    if (rest) sets.push([rest]);
    return [...sets.map((choices) => given({ choices })), ...prefer, ...none];
  }
  if (question.kind === "scale") {
    return [...steps(question).map((number) => given({ number })), ...prefer, ...none];
  }
  if (question.kind === "number") {
    const { least = null, most = null } = question.number ?? {};
    const near = compared.map(Number).flatMap((number) => [number - 1, number, number + 1]);
    const fits = [0, ...near].filter(
      (number) => (least === null || number >= least) && (most === null || number <= most),
    );
    return [...[...new Set(fits)].map((number) => given({ number })), ...prefer, ...none];
  }
  if (question.kind === "grid") {
    const whole = keys.map((key) =>
      given({ rows: Object.fromEntries(question.rows.map((row) => [row.key, key])) }),
    );
    // With rows that differ there are too many ways: one more is enough to reach what asks for two answers.
    const mixed = given({
      rows: Object.fromEntries(question.rows.map((row, n) => [row.key, keys[n % keys.length] ?? ""])),
    });
    return [...whole, mixed, ...prefer, ...none];
  }
  return [given({ text: "words" }), ...prefer, ...none];
}
