import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, KeptAnswer, Question, Questionnaire } from "~/db/tables/surveys-documents";
import { type Answers, postedOf, readAnswer } from "~/features/surveys/answers";
import { changesBetween, classOf, withNewKeys } from "~/features/surveys/changes";
import { faultsOf } from "~/features/surveys/faults";
import { EMPTY, KINDS, newQuestion } from "~/features/surveys/questionnaire";
import { firstOpenPage, keptAnswers, pageAfter, pageBefore, pagesOnRoute } from "~/features/surveys/route";
import { answerWords, piped, textsOf, wordsIn } from "~/features/surveys/texts";
import { anyQuestionnaire, aWalk, directlyShown } from "../../support/surveys";

const options = (...keys: string[]) => keys.map((key) => ({ key, label: key.toUpperCase() }));
const when = (question: string, ...values: string[]) => ({
  match: "all" as const,
  conditions: [{ question, is: "any_of" as const, values }],
});
const form = (...questions: Question[]): Questionnaire => ({ ...EMPTY, questions });
const single = (key: string, change: Partial<Question> = {}) =>
  newQuestion(key, "single", `About ${key}?`, { options: options("yes", "no"), ...change });
const read = (question: Question, posted: Record<string, string | string[]>) => {
  const found = readAnswer(question, posted);
  return found.ok ? found.answer : found.problem;
};

describe("an answer", () => {
  test("is read by its kind, and a wrong one is told in one word", () => {
    const many = newQuestion("uses", "multiple", "Which?", {
      options: options("a", "b", "c"),
      other: true,
      most: 2,
      preferNot: true,
    });
    expect(read(many, { uses: ["c", "a"] })).toEqual({ state: "answered", choices: ["a", "c"] });
    expect(read(many, { uses: ["a", "b", "c"] })).toBe("choose_fewer");
    expect(read(many, { uses: ["a", "prefer_not_to_say"] })).toBe("alone");
    expect(read(many, { uses: "prefer_not_to_say" })).toEqual({ state: "prefer_not" });
    expect(read(many, { "uses-other": "A boat" })).toEqual({
      state: "answered",
      choices: ["other"],
      other: "A boat",
    });
    expect(read(many, { uses: "z" })).toBe("not_offered");
    expect(read(many, {})).toEqual({ state: "skipped" });
    expect(read({ ...many, required: true }, {})).toBe("choose_some");

    const count = newQuestion("count", "number", "How many?", {
      number: { least: 0, most: 20, whole: true, unit: "visits" },
    });
    expect(read(count, { count: " 1 2 " })).toEqual({ state: "answered", number: 12 });
    for (const [typed, word] of [
      ["twelve", "enter_number"],
      ["1e3", "enter_number"],
      ["2.5", "whole_number"],
      ["-1", "number_low"],
      ["21", "number_high"],
    ] as const) {
      expect(read(count, { count: typed })).toBe(word);
    }

    const day = newQuestion("day", "date", "When?");
    expect(read(day, { "day-day": "29", "day-month": "2", "day-year": "2028" })).toEqual({
      state: "answered",
      date: "2028-02-29",
    });
    expect(read(day, { day: "2027-02-29" })).toBe("enter_date");
    expect(read(day, { "day-day": "1" })).toBe("enter_date");

    const rank = newQuestion("order", "rank", "Order?", { options: options("a", "b", "c") });
    expect(read(rank, { "order-a": "2", "order-c": "1" })).toEqual({
      state: "answered",
      choices: ["c", "a"],
    });
    expect(read(rank, { "order-a": "1", "order-c": "1" })).toBe("rank_once");
    expect(read(rank, { "order-a": "4" })).toBe("rank_fewer");
    expect(read(rank, { order: ["b", "a"] })).toEqual({ state: "answered", choices: ["b", "a"] });

    const grid = newQuestion("grid", "grid", "Each?", {
      options: options("y", "n"),
      rows: options("r", "s"),
    });
    expect(read(grid, { "grid-r": "y" })).toEqual({ state: "answered", rows: { r: "y" } });
    expect(read({ ...grid, required: true }, { "grid-r": "y" })).toBe("rows");
    expect(read(newQuestion("w", "short_text", "W?"), { w: "x".repeat(201) })).toBe("text_long");
  });

  test("of any kind comes back as it was typed", () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.infiniteStream(fc.nat()), (questionnaire, chance) => {
        for (const question of questionnaire.questions) {
          const { answer } = aWalk.anAnswer(question, chance);
          if (answer.state === "skipped") continue;
          expect(read(question, postedOf(question, answer))).toEqual(answer);
        }
      }),
    );
  });
});

describe("the route", () => {
  test("leaves out what is hidden, and what waits for something hidden", () => {
    const questionnaire = form(
      single("use"),
      single("often", { showWhen: when("use", "yes") }),
      single("why", { showWhen: when("often", "no") }),
    );
    const answers: Answers = {
      use: { state: "answered", choices: ["no"] },
      often: { state: "answered", choices: ["no"] },
      why: { state: "answered", choices: ["yes"] },
    };
    expect(pagesOnRoute(questionnaire, answers).map((page) => page.key)).toEqual(["use"]);
    expect(keptAnswers(questionnaire, answers)).toEqual({
      use: { state: "answered", choices: ["no"] },
      often: { state: "not_shown" },
      why: { state: "not_shown" },
    });
    expect(pageAfter(questionnaire, answers, "use")).toBeNull();
    expect(pageBefore(questionnaire, answers, "check")).toBe("use");
  });

  test("asks again for a required answer that was passed over", () => {
    const questionnaire = form(single("a"), single("b", { required: true }));
    expect(firstOpenPage(questionnaire, { a: { state: "skipped" }, b: { state: "skipped" } })).toBe("b");
    expect(firstOpenPage(questionnaire, {})).toBe("a");
  });

  test("any questionnaire, answered at random with back and changes, keeps exactly the answers on its route", () => {
    let hidden = 0;
    let given = 0;
    fc.assert(
      fc.property(anyQuestionnaire, fc.infiniteStream(fc.nat()), (questionnaire, chance) => {
        expect(faultsOf(questionnaire).filter(({ kind }) => kind !== "dead_end")).toEqual([]);
        const { answers, last } = aWalk.through(questionnaire, chance);
        const kept = keptAnswers(questionnaire, answers);
        const expected: Record<string, KeptAnswer> = {};
        for (const question of questionnaire.questions) {
          if (question.kind === "information") continue;
          const shown = directlyShown(questionnaire, question, last);
          const answer = last.get(question.key) ?? { state: "skipped" as const };
          expected[question.key] = shown ? answer : { state: "not_shown" };
          if (!shown && last.has(question.key)) hidden += 1;
          if (shown && answer.state === "answered") given += 1;
        }
        expect(kept).toEqual(expected);
      }),
      { numRuns: 400 },
    );
    // The walks did leave branches behind that they had answered.
    expect(hidden).toBeGreaterThan(50);
    expect(given).toBeGreaterThan(500);
  });
});

describe("the check of a questionnaire", () => {
  const kinds = (questionnaire: Questionnaire) =>
    faultsOf(questionnaire).map(({ kind, at }) => `${kind} ${at}`);

  test("finds dead ends", () => {
    expect(kinds(EMPTY)).toEqual(["dead_end "]);
    expect(kinds(form(single("a"), single("b", { showWhen: when("gone", "yes") })))).toEqual(["dead_end b"]);
    expect(kinds(form(single("a"), single("b", { showWhen: when("a", "maybe") })))).toEqual(["dead_end b"]);
    expect(kinds(form(single("a", { options: [] })))).toEqual(["answers a"]);
    // Each condition is possible, both together never are.
    const both = {
      match: "all" as const,
      conditions: [...when("a", "yes").conditions, ...when("a", "no").conditions],
    };
    expect(kinds(form(single("a"), single("b", { showWhen: both })))).toEqual(["dead_end b"]);
    expect(kinds(form(single("a"), single("b", { showWhen: { ...both, match: "any" } })))).toEqual([]);
    // What waits for a question on another branch is never reached either.
    const crossed = form(
      single("a"),
      single("b", { showWhen: when("a", "yes") }),
      single("c", {
        showWhen: {
          match: "all",
          conditions: [...when("a", "no").conditions, { question: "b", is: "answered", values: [] }],
        },
      }),
    );
    expect(kinds(crossed)).toEqual(["dead_end c"]);
  });

  test("finds loops, also round several questions, and answers of the same page", () => {
    expect(kinds(form(single("a", { showWhen: when("a", "yes") })))).toEqual(["loop a"]);
    const circle = form(
      single("a", { showWhen: when("b", "yes") }),
      single("b", { showWhen: when("a", "yes") }),
    );
    expect(kinds(circle)).toEqual(["loop a", "loop a"]);
    expect(faultsOf(circle).at(-1)?.text).toContain("a → b → a");
    const same = form(single("a"), single("b", { withPrevious: true, showWhen: when("a", "yes") }));
    expect(kinds(same)).toEqual(["loop b"]);
    expect(kinds(form(single("a"), single("b", { title: "You said {{a}}. {{c}}?" })))).toEqual(["piping b"]);
    expect(kinds(form(single("action"), single("Q 1")))).toEqual(["key action", "key Q 1"]);
  });
});

describe("words", () => {
  test("an earlier answer goes into a later question, and something stands there without one", () => {
    const where = newQuestion("where", "short_text", "Where?");
    const questionnaire = form(where, single("like", { title: "Do you like {{where|your street}}?" }));
    const words = wordsIn(questionnaire, "en");
    const title = "Do you like {{where|your street}}?";
    expect(piped(title, {}, questionnaire, words)).toBe("Do you like your street?");
    const said: Answer = { state: "answered", text: "<b>Wharf</b>" };
    expect(piped(title, { where: said }, questionnaire, words)).toBe("Do you like <b>Wharf</b>?");
  });

  test("a translation is found by its key, and what has none stays English and says so", () => {
    const questionnaire = { ...form(single("a")), translations: { pl: { "q.a.title": "Pytanie?" } } };
    const words = wordsIn(questionnaire, "pl");
    expect(words("q.a.title", "About a?")).toEqual({ text: "Pytanie?", english: false });
    expect(words("q.a.o.yes", "YES")).toEqual({ text: "YES", english: true });
    expect(textsOf(questionnaire).map(({ key }) => key)).toEqual(["q.a.title", "q.a.o.yes", "q.a.o.no"]);
    const [question] = questionnaire.questions;
    expect(question && answerWords(question, { state: "answered", choices: ["no"] }, words)).toEqual(["NO"]);
  });
});

describe("a later version", () => {
  const before = form(single("a"), newQuestion("s", "scale", "How much?"));
  const [a, s] = before.questions as [Question, Question];

  test("is told by its weightiest change", () => {
    const told = (...questions: Question[]) => {
      const changes = changesBetween(before, form(...questions));
      return [classOf(changes), ...changes.map((one) => `${one.key} ${one.kind}${one.forced ? "!" : ""}`)];
    };
    expect(classOf(null)).toBe("first");
    expect(told(a, s)).toEqual(["wording"]);
    expect(told({ ...a, title: "And a?" }, s)).toEqual(["wording", "a wording"]);
    expect(told({ ...a, options: options("yes", "no", "maybe") }, s)).toEqual(["addition", "a addition"]);
    expect(told(a, s, single("b"))).toEqual(["addition", "b added"]);
    expect(told(a)).toEqual(["addition", "s removed"]);
    expect(told({ ...a, options: options("yes") }, s)).toEqual(["meaning", "a meaning!"]);
    expect(told({ ...a, kind: "multiple" }, s)).toEqual(["meaning", "a meaning!"]);
    expect(told(a, { ...s, scale: { from: 0, to: 10, fromLabel: "", toLabel: "" } })).toEqual([
      "meaning",
      "s meaning!",
    ]);
  });

  test("gives what means something else a new key everywhere", () => {
    const draft: Questionnaire = {
      ...form(
        a,
        single("b", { title: "You said {{a}}?", showWhen: when("a", "yes") }),
        single("a_2", { title: "Old" }),
      ),
      translations: { pl: { "q.a.title": "Pytanie" } },
    };
    const next = withNewKeys(draft, ["a"], ["a_3"]);
    expect(next.questions.map(({ key, replaces }) => [key, replaces])).toEqual([
      ["a_4", "a"],
      ["b", null],
      ["a_2", null],
    ]);
    expect(next.questions[1]?.title).toBe("You said {{a_4}}?");
    expect(next.questions[1]?.showWhen?.conditions[0]?.question).toBe("a_4");
    expect(next.translations.pl).toEqual({ "q.a_4.title": "Pytanie" });
  });
});

test("the random questionnaires use every kind", () => {
  const seen = new Set<string>();
  for (const one of fc.sample(anyQuestionnaire, 100)) for (const { kind } of one.questions) seen.add(kind);
  expect([...seen].sort()).toEqual([...KINDS].sort());
});
