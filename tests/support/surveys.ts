import fc from "fast-check";
import type { Answer, Condition, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { type Answers, postedOf, readAnswer } from "~/features/surveys/answers";
import { createSurvey } from "~/features/surveys/create-survey.server";
import { editQuestions } from "~/features/surveys/edit-questions.server";
import { publishSurvey } from "~/features/surveys/publish-survey.server";
import { EMPTY, KINDS, newQuestion, PREFER_NOT, pagesOf } from "~/features/surveys/questionnaire";
import { pageAfter, pageBefore, pagesOnRoute } from "~/features/surveys/route";
import type { Ctx } from "~/platform/context.server";

const LETTERS = ["a", "b", "c", "d"];
const optionsOf = (n: number) => LETTERS.slice(0, n).map((key) => ({ key, label: `Answer ${key}` }));

const aQuestion = (n: number) =>
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      required: fc.boolean(),
      preferNot: fc.boolean(),
      other: fc.boolean(),
      many: fc.integer({ min: 2, max: 4 }),
      most: fc.option(fc.integer({ min: 1, max: 3 })),
      withPrevious: fc.boolean(),
      section: fc.constantFrom(null, "one"),
    })
    .map(({ kind, many, ...rest }) => {
      const choosing = ["single", "multiple", "rank", "grid"].includes(kind);
      const asked = kind !== "information";
      return newQuestion(`q${n}`, kind, `Question ${n}`, {
        required: rest.required && asked,
        preferNot: rest.preferNot && asked,
        withPrevious: rest.withPrevious,
        section: rest.section,
        options: choosing ? optionsOf(many) : [],
        other: rest.other && (kind === "single" || kind === "multiple"),
        most: kind === "multiple" || kind === "rank" ? rest.most : null,
        rows: kind === "grid" ? optionsOf(2) : [],
      });
    });

/** A condition on a question that can have an answer. */
function aCondition(asked: Question, pick: number): Condition {
  const tests = ["any_of", "none_of", "answered", "not_answered"] as const;
  const comparing = asked.kind === "scale" || asked.kind === "number";
  const is = comparing && pick % 3 === 0 ? "at_least" : (tests[pick % tests.length] ?? "answered");
  const question = asked.kind === "grid" && pick % 2 === 0 ? `${asked.key}-a` : asked.key;
  const choosing = asked.options.length > 0 && (asked.kind !== "grid" || question !== asked.key);
  if (is === "at_least") return { question, is, values: ["3"] };
  if (is === "answered" || is === "not_answered") return { question, is, values: [] };
  if (comparing) return { question, is, values: ["2"] };
  return choosing
    ? { question, is, values: [asked.options[pick % asked.options.length]?.key ?? "a"] }
    : { question, is: "answered", values: [] };
}

/** Any questionnaire of up to nine questions whose rules ask about earlier pages. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .integer({ min: 3, max: 9 })
  .chain((n) =>
    fc.record({
      questions: fc.tuple(...Array.from({ length: n }, (_, at) => aQuestion(at))),
      rules: fc.array(
        fc.record({
          many: fc.constantFrom(0, 1, 1, 2),
          match: fc.constantFrom("all", "any"),
          picks: fc.array(fc.nat(50), { minLength: 2, maxLength: 2 }),
        }),
        { minLength: n, maxLength: n },
      ),
    }),
  )
  .map(({ questions, rules }) => {
    const asking = questions.some((one) => one.kind !== "information");
    const all = asking ? questions : [newQuestion("q0", "short_text", "Question 0")];
    const sections = [{ key: "one", title: "Part one", text: "", showWhen: null }];
    const draft: Questionnaire = { ...EMPTY, sections, questions: all };
    const pages = pagesOf(draft);
    const withRules = all.map((question, n): Question => {
      const begins = all.findIndex(
        (one) => pages.find((page) => page.questions.includes(question))?.key === one.key,
      );
      const before = all.slice(0, begins).filter((one) => one.kind !== "information");
      const rule = rules[n];
      if (!rule || rule.many === 0 || before.length === 0) return question;
      const conditions = rule.picks
        .slice(0, rule.many)
        .flatMap((pick) => before[pick % before.length] ?? [])
        .map((asked, at) => aCondition(asked, rule.picks[at] ?? 0));
      return { ...question, showWhen: { match: rule.match as "all" | "any", conditions } };
    });
    return { ...draft, questions: withRules };
  });

type Chance = IterableIterator<number>;
const roll = (chance: Chance, sides: number): number => (chance.next().value ?? 0) % sides;

/** A random walk through a questionnaire, as somebody with a browser would do it. */
export const aWalk = {
  /** An answer of the question's kind, or a pass where that is allowed. */
  anAnswer(question: Question, chance: Chance): { answer: Answer } {
    const pass = roll(chance, 4) === 0 && !question.required;
    if (pass || question.kind === "information") return { answer: { state: "skipped" } };
    if (question.preferNot && roll(chance, 5) === 0) return { answer: { state: "prefer_not" } };
    const keys = question.options.map((option) => option.key);
    const any = () => keys[roll(chance, keys.length)] ?? "a";
    const number = 1 + roll(chance, 5);
    switch (question.kind) {
      case "single":
        return question.other && roll(chance, 4) === 0
          ? { answer: { state: "answered", choices: ["other"], other: `Words ${number}` } }
          : { answer: { state: "answered", choices: [any()] } };
      case "multiple":
      case "rank": {
        const most = Math.min(question.most ?? keys.length, keys.length);
        const start = roll(chance, keys.length);
        const ring = [...keys.slice(start), ...keys.slice(0, start)].slice(0, 1 + roll(chance, most));
        return { answer: { state: "answered", choices: question.kind === "rank" ? ring : ring.sort() } };
      }
      case "scale":
      case "number":
        return { answer: { state: "answered", number } };
      case "date":
        return { answer: { state: "answered", date: `2026-0${number}-1${number}` } };
      case "grid":
        return {
          answer: {
            state: "answered",
            rows: Object.fromEntries(question.rows.map((row) => [row.key, any()])),
          },
        };
      default:
        return { answer: { state: "answered", text: `Words ${number}` } };
    }
  },

  /**
   * Goes through the pages: answers, goes back, jumps to pages that were passed and changes them, until the
   * end. `last` is what was last answered to each question, on the route or not.
   */
  through(questionnaire: Questionnaire, chance: Chance): { answers: Answers; last: Map<string, Answer> } {
    const answers: Answers = {};
    const last = new Map<string, Answer>();
    let here: string | null = pagesOnRoute(questionnaire, answers)[0]?.key ?? null;
    let moves = 60;
    while (here !== null && moves > 0) {
      moves -= 1;
      const key: string = here;
      const page = pagesOnRoute(questionnaire, answers).find((one) => one.key === key);
      for (const question of page?.questions ?? []) {
        if (question.kind === "information") continue;
        const wanted = aWalk.anAnswer(question, chance).answer;
        const read = readAnswer(question, postedOf(question, wanted));
        if (!read.ok) throw new Error(`${question.key}: ${read.problem}`);
        answers[question.key] = read.answer;
        last.set(question.key, wanted);
      }
      const move = roll(chance, 6);
      if (move === 0) here = pageBefore(questionnaire, answers, key) ?? key;
      else if (move <= 2) {
        const route = pagesOnRoute(questionnaire, answers);
        here = route[roll(chance, route.length)]?.key ?? null;
      } else here = pageAfter(questionnaire, answers, key);
    }
    return { answers, last };
  },
};

/** The values of an answer that conditions see, told again in another way than the product does. */
function seen(answer: Answer | undefined, row: string | undefined): string[] {
  if (!answer || answer.state === "skipped") return [];
  if (answer.state === "prefer_not") return [PREFER_NOT];
  if (row) return answer.rows?.[row] ? [answer.rows[row]] : [];
  return answer.choices ?? [String(answer.number ?? answer.date ?? answer.text ?? "all rows")];
}

/** Whether a question is shown, by definition: asks back from the question to those it waits for. */
export function directlyShown(
  questionnaire: Questionnaire,
  question: Question,
  last: ReadonlyMap<string, Answer>,
): boolean {
  const { showWhen } = question;
  if (!showWhen || showWhen.conditions.length === 0) return true;
  const holds = showWhen.conditions.map(({ question: name, is, values }) => {
    const [key = "", row] = name.split("-");
    const asked = questionnaire.questions.find((one) => one.key === key);
    const counts = asked && directlyShown(questionnaire, asked, last);
    const given = counts ? seen(last.get(key), row) : [];
    if (is === "answered") return given.length > 0;
    if (is === "not_answered") return given.length === 0;
    if (is === "any_of") return values.some((value) => given.includes(value));
    if (is === "none_of") return values.every((value) => !given.includes(value));
    return given.some((value) => Number(value) >= Number(values[0]));
  });
  return showWhen.match === "all" ? holds.every(Boolean) : holds.some(Boolean);
}

/** What staff type into the form of a survey; names may be replaced. */
export const surveyTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  title: "Using the hall",
  summary: "How you use the hall, and what would make it better.",
  purpose: "The council decides in November who may use which room.",
  intro: "Anyone who lives or works round here can answer.",
  minutes: "4",
  whoSees: "The neighbourhood team reads what you write.",
  whatNext: "We publish what people said in October.",
  anonymity: "anonymous",
  activity: "",
  neighbourhood: "",
  opensDay: "2026-05-01",
  opensClock: "09:00",
  closesDay: "2026-09-30",
  closesClock: "17:00",
  most: "",
  ...change,
});

const labelled = (...keys: string[]) => keys.map((key) => ({ key, label: key.replace("_", " ") }));

/** Four questions; the second is for those who use the hall. */
export const hallQuestions: Question[] = [
  newQuestion("use", "single", "Do you use the hall?", { options: labelled("yes", "no"), required: true }),
  newQuestion("often", "single", "How often?", {
    options: labelled("each_week", "each_month", "less"),
    preferNot: true,
    showWhen: { match: "all", conditions: [{ question: "use", is: "any_of", values: ["yes"] }] },
  }),
  newQuestion("words", "long_text", "What should change?"),
  newQuestion("trust", "scale", "How far do you trust us to listen?", {
    scale: { from: 1, to: 5, fromLabel: "Not at all", toLabel: "Very much" },
    breakdown: true,
  }),
];

/** A survey made through its verbs, published unless told otherwise. */
export async function aSurvey(
  ctx: Ctx,
  options: { typed?: Record<string, unknown>; questions?: Question[]; publish?: boolean } = {},
): Promise<{ id: string; slug: string }> {
  const made = await createSurvey(ctx, { typed: surveyTyped(options.typed) });
  if (!made.ok) throw new Error(`No survey: ${JSON.stringify(made)}`);
  const { id, slug } = made;
  const questions = options.questions ?? hallQuestions;
  const edited = await editQuestions(ctx, { slug, edit: (draft) => ({ ...draft, questions }) });
  if (!edited.ok) throw new Error(`No questions: ${JSON.stringify(edited)}`);
  if (options.publish !== false) {
    const published = await publishSurvey(ctx, { slug });
    if (!published.ok) throw new Error(`Not published: ${JSON.stringify(published)}`);
  }
  return { id, slug };
}
