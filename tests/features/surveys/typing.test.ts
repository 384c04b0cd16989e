import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Question } from "~/db/tables/surveys-documents";
import { batchStanding, openSample, sampleOf } from "~/features/surveys/batch";
import { EMPTY, newQuestion } from "~/features/surveys/questionnaire";
import { keptAnswers } from "~/features/surveys/route";
import { answersOf } from "~/features/surveys/sheet-answers";
import { checkLetter, readSheetCode, sheetCode } from "~/features/surveys/sheet-codes";
import { compareSheets, fieldOf, readTyped, typedOf } from "~/features/surveys/typing";
import { anyQuestionnaire, aWalk } from "../../support/surveys";

const batches = fc.integer({ min: 1, max: 999 });
const sheets = fc.integer({ min: 100, max: 999 });

describe("a sheet's code", () => {
  test("ends on a letter that finds every mistyped digit and every two that were swapped", () => {
    fc.assert(
      fc.property(batches, sheets, fc.nat(2), fc.integer({ min: 1, max: 9 }), (batch, sheet, at, by) => {
        const digits = String(sheet).split("");
        const mistyped = [...digits];
        mistyped[at] = String((Number(digits[at]) + by) % 10);
        const swapped = [digits[1], digits[0], digits[2]];
        for (const wrong of [mistyped, swapped].map((one) => Number(one.join("")))) {
          if (wrong < 100 || wrong === sheet) continue;
          expect(checkLetter(batch, wrong)).not.toBe(checkLetter(batch, sheet));
        }
      }),
    );
  });

  test("is read however it is typed, and without its batch where that is known", () => {
    fc.assert(
      fc.property(batches, sheets, (batch, sheet) => {
        const code = sheetCode(batch, sheet);
        const read = { ok: true, code, batch };
        expect(readSheetCode(code.toLowerCase().replaceAll("-", " "), null)).toEqual(read);
        expect(readSheetCode(`${sheet}${code.at(-1)}`, batch)).toEqual(read);
      }),
    );
    expect(readSheetCode("472", 3)).toEqual({ ok: false, why: "shape" });
    expect(readSheetCode("472K", null)).toEqual({ ok: false, why: "shape" });
    const wrong = checkLetter(3, 472) === "K" ? "L" : "K";
    expect(readSheetCode(`B3-472-${wrong}`, null)).toEqual({ ok: false, why: "letter" });
  });
});

describe("typing an answer", () => {
  const options = ["bus", "car", "walk"].map((key) => ({ key, label: key }));
  const typed = (question: Question, raw: string, other = "") =>
    readTyped(question, { [fieldOf(question)]: raw, [`q-${question.key}-other`]: other });
  const single = newQuestion("how", "single", "How?", {
    options,
    other: true,
    preferNot: true,
    required: true,
  });
  const answered = (rest: object) => ({ ok: true, answer: { state: "answered", ...rest } });

  test("takes the numbers of boxes, an empty answer, and marks for what can't be read", () => {
    expect(typed(single, "2")).toEqual(answered({ choices: ["car"] }));
    expect(typed(single, "", "by boat")).toEqual(answered({ choices: ["other"], other: "by boat" }));
    expect(typed(single, "5")).toEqual({ ok: true, answer: { state: "prefer_not" } });
    expect(typed(single, "")).toEqual({ ok: true, answer: { state: "skipped" } });
    expect(typed(single, "//")).toEqual({ ok: true, answer: { state: "skipped", why: "two_ticked" } });
    expect(typed(single, "??")).toEqual({ ok: true, answer: { state: "skipped", why: "illegible" } });
    expect(typed(single, "1 3")).toMatchObject({ ok: false, text: expect.stringContaining("//") });
    expect(typed(single, "6")).toMatchObject({ ok: false, text: "There is no such box" });
    const many = newQuestion("which", "multiple", "Which?", { options, most: 2 });
    expect(typed(many, "3, 1")).toEqual(answered({ choices: ["bus", "walk"] }));
    expect(typed(many, "1 2 3")).toMatchObject({ ok: false });
    expect(typed(many, "--")).toMatchObject({ ok: false });
    const words = newQuestion("words", "long_text", "Words?");
    expect(typed(words, "//")).toMatchObject({ ok: false });
    expect(typed(words, "2")).toEqual(answered({ text: "2" }));
  });

  test("takes places, rows, days and numbers as they stand on the sheet", () => {
    const rank = newQuestion("first", "rank", "First?", { options, most: 2 });
    expect(typed(rank, "2 - 1")).toEqual(answered({ choices: ["walk", "bus"] }));
    expect(typed(rank, "0 1")).toEqual(answered({ choices: ["car"] }));
    expect(typed(rank, "1 1")).toMatchObject({ ok: false });
    const grid = newQuestion("easy", "grid", "Easy?", {
      options,
      rows: [
        { key: "a", label: "A" },
        { key: "b", label: "B" },
      ],
    });
    expect(typed(grid, "- 3")).toEqual(answered({ rows: { b: "walk" } }));
    expect(typed(grid, "1 2 3")).toMatchObject({ ok: false });
    const date = newQuestion("day", "date", "When?");
    expect(typed(date, "27.3.26")).toEqual(answered({ date: "2026-03-27" }));
    expect(typed(date, "31 2 2026")).toMatchObject({ ok: false });
    const number = newQuestion("n", "number", "How many?", {
      number: { least: 0, most: 10, whole: true, unit: "" },
    });
    expect(typed(number, "11")).toMatchObject({ ok: false });
    expect(typed(newQuestion("s", "scale", "Trust?"), "4")).toEqual(answered({ number: 4 }));
  });

  test("gives back what the person answered, for any questionnaire and any way through it", () => {
    fc.assert(
      fc.property(anyQuestionnaire, fc.infiniteStream(fc.nat(1000)), (questionnaire, chance) => {
        const { answers } = aWalk.through(questionnaire, chance[Symbol.iterator]());
        const kept = keptAnswers(questionnaire, answers);
        const posted = Object.assign(
          {},
          ...questionnaire.questions.map((one) => typedOf(one, kept[one.key])),
        );
        expect(answersOf(questionnaire, posted, "")).toEqual({ ok: true, answers: kept });
        expect(compareSheets(questionnaire, kept, kept).differ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("points out what stands off the route, and leaves it out once somebody has seen it", () => {
    const rule = {
      match: "all" as const,
      conditions: [{ question: "how", is: "any_of" as const, values: ["bus"] }],
    };
    const late = newQuestion("late", "short_text", "How late?", { showWhen: rule });
    const questionnaire = { ...EMPTY, questions: [single, late] };
    const posted = { "q-how": "2", "q-late": "an hour" };
    const first = answersOf(questionnaire, posted, "");
    expect(first).toMatchObject({
      ok: false,
      off: ["late"],
      fields: { "q-late": [expect.stringContaining("Question 2")] },
    });
    expect(answersOf(questionnaire, posted, "late")).toEqual({
      ok: true,
      answers: { how: { state: "answered", choices: ["car"] }, late: { state: "not_shown" } },
    });
    expect(answersOf(questionnaire, { ...posted, "q-how": "1" }, "late")).toMatchObject({ ok: false });
  });

  test("finds two typings alike when only case, spaces and marks differ", () => {
    const words = newQuestion("words", "long_text", "Words?");
    const questionnaire = { ...EMPTY, questions: [words, single] };
    const of = (text: string, choices: string[]) => ({
      words: { state: "answered" as const, text },
      how: { state: "answered" as const, choices },
    });
    const differ = (a: ReturnType<typeof of>, b: ReturnType<typeof of>) =>
      compareSheets(questionnaire, a, b).differ.map(({ key }) => key);
    expect(differ(of("A bus, at nine.", ["bus"]), of("a bus at  nine", ["bus"]))).toEqual([]);
    expect(differ(of("A bus at nine", ["bus"]), of("A bus at ten", ["car"]))).toEqual(["words", "how"]);
  });
});

test("a batch is checked once its sample is typed twice and nothing differs any more", () => {
  const batch = { sheets: 100, share: 10, least: 5, complete: false };
  expect(sampleOf(batch, 3)).toBe(3);
  expect(sampleOf(batch, 40)).toBe(5);
  expect(sampleOf(batch, 61)).toBe(7);
  expect(sampleOf({ share: 0, least: 0 }, 61)).toBe(0);
  const at = (typed: number, differs: number, checked: number, complete = true) =>
    batchStanding({ ...batch, complete }, { typed, differs, checked });
  expect(at(0, 0, 0)).toBe("printed");
  expect(at(30, 0, 5, false)).toBe("coming_in");
  expect(at(30, 0, 0)).toBe("typed");
  expect(at(26, 1, 4)).toBe("typed");
  expect(at(25, 0, 5)).toBe("checked");
  expect(openSample(batch, { typed: 30, differs: 1, checked: 1 })).toBe(3);
});
