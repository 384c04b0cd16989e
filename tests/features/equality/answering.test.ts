import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Draft,
  EMPTY,
  keptOf,
  offeredOn,
  readStep,
  type Step,
  stepsOf,
} from "~/features/equality/answering";
import { ageBandOf } from "~/features/equality/born";
import {
  backgroundsOf,
  CODE_LISTS,
  codesOf,
  disabledBy,
  groupOf,
  listsOf,
  QUESTIONS,
} from "~/features/equality/code-lists";
import { daysOf, yearOf } from "~/features/equality/rules";
import { blockForm } from "~/features/equality/schema";
import en from "../../../content/locales/en.json";
import { at } from "../../support/factories";

const NOW = at("2026-06-15T10:00");
const PLACES = ["canalside", "highdown"];
const on = (draft: Draft) => ({ draft, places: PLACES, now: NOW });
const answered = (answers: Draft["answers"]): Draft => ({ ...EMPTY, answers });

/** The draft after some pages were sent. */
function sentIn(pages: readonly [Step, Record<string, string>][], start = EMPTY): Draft {
  return pages.reduce((draft, [step, posted]) => {
    const read = readStep(step, posted, on(draft));
    if (!read.ok) throw new Error(`${step}: ${read.problem}`);
    return read.draft;
  }, start);
}

describe("code lists", () => {
  test("have 19 backgrounds in 5 groups, each with its parent", () => {
    expect(codesOf("background")).toHaveLength(19);
    expect(
      codesOf("background")
        .map(groupOf)
        .every((group) => codesOf("ethnicity").includes(group)),
    ).toBe(true);
    expect(codesOf("ethnicity").map((group) => backgroundsOf(group).length)).toEqual([5, 4, 5, 3, 2]);
    expect(codesOf("background")).toContain("white_roma");
  });

  test("have names with a version, and words for every answer", () => {
    expect(Object.values(CODE_LISTS).every(({ list }) => /_\d+$/.test(list))).toBe(true);
    expect(listsOf({ background: "none", sex: "female" })).toEqual({
      background: "ethnicity_ew_2021_19",
      sex: "sex_gss_2019",
    });
    const words: Record<string, Record<string, string>> = en.equality.codes;
    for (const question of QUESTIONS) {
      expect(Object.keys(words[question] ?? {}).sort()).toEqual([...codesOf(question)].sort());
    }
  });

  test("derive who is disabled as the Equality Act says", () => {
    const said = [
      [{ condition: "yes", effect: "a_lot" }, "yes"],
      [{ condition: "yes", effect: "a_little" }, "yes"],
      [{ condition: "yes", effect: "not_at_all" }, "no"],
      [{ condition: "no" }, "no"],
      [{ condition: "prefer_not" }, "prefer_not"],
      [{ condition: "yes", effect: "prefer_not" }, "prefer_not"],
      [{ condition: "yes" }, "none"],
      [{}, "none"],
    ] as const;
    for (const [answers, is] of said) expect(disabledBy(answers)).toBe(is);
  });
});

describe("a date of birth", () => {
  test.each([
    ["1958", "65_74"],
    [" 1958 ", "65_74"],
    ["3/1961", "65_74"],
    ["March 1961", "65_74"],
    ["16 june 1961", "50_64"],
    ["15 june 1961", "65_74"],
    ["15.6.1961", "65_74"],
    ["1961-06-16", "50_64"],
    ["1961-06", "65_74"],
    ["2012", "under_16"],
    ["2026", "under_16"],
    ["2010-06-15", "16_24"],
    ["1925", "75_over"],
  ])("%s is of the band %s", (typed, band) => {
    expect(ageBandOf(typed, NOW)).toBe(band);
  });

  test.each(["58", "", "nineteen", "2031", "1850", "32.5.1961", "1961-13", "1 2 3 1961", "1961 1962"])(
    "“%s” can’t be read",
    (typed) => {
      expect(ageBandOf(typed, NOW)).toBeNull();
    },
  );
});

describe("the questions", () => {
  test("come in the harmonised order, with those that answers lead to and those that a borough asks for", () => {
    const usual = ["place", "age", "condition", "ethnicity", "sex", "carer"];
    expect(stepsOf(EMPTY, [])).toEqual(usual);
    const more = answered({ condition: "yes", ethnicity: "black" });
    expect(stepsOf(more, ["religion", "gender"])).toEqual([
      "place",
      "age",
      "condition",
      "effect",
      "ethnicity",
      "background",
      "sex",
      "gender",
      "religion",
      "carer",
    ]);
    expect(stepsOf(answered({ ethnicity: "prefer_not" }), [])).toEqual(usual);
    expect(offeredOn("background", more)).toEqual(["black_african", "black_caribbean", "black_another"]);
  });

  test("can each be passed over or not be told, and what was not asked is not there", () => {
    expect(keptOf(EMPTY, [])).toEqual({
      age: "none",
      condition: "none",
      ethnicity: "none",
      sex: "none",
      carer: "none",
    });
    const all = stepsOf(EMPTY, ["gender", "religion", "orientation"]).filter((step) => step !== "place");
    const draft = sentIn(
      all.map((step) => [step, step === "age" ? { prefer: "prefer_not" } : { [step]: "prefer_not" }]),
    );
    expect(Object.values(keptOf(draft, ["gender", "religion", "orientation"]))).toEqual(
      all.map(() => "prefer_not"),
    );
  });

  test("refuse what they did not offer, ten thousand characters, and a year that is none", () => {
    const long = "x".repeat(10_000);
    for (const step of stepsOf(answered({ condition: "yes", ethnicity: "white" }), [])) {
      const draft = answered({ condition: "yes", ethnicity: "white" });
      for (const foreign of [long, "all", "__proto__", "black_african"]) {
        expect(readStep(step, { [step]: foreign }, on(draft)).ok).toBe(false);
      }
    }
    expect(readStep("place", { place: "elsewhere" }, on(EMPTY))).toMatchObject({ problem: "not_offered" });
    expect(readStep("age", { age: "last spring" }, on(EMPTY))).toMatchObject({ problem: "year" });
    expect(readStep("age", { age: "1958", prefer: "prefer_not" }, on(EMPTY))).toMatchObject({
      problem: "one",
    });
  });

  test("drop what another answer leads past", () => {
    const draft = sentIn([
      ["condition", { condition: "yes" }],
      ["effect", { effect: "a_lot" }],
      ["ethnicity", { ethnicity: "asian" }],
      ["background", { background: "asian_chinese" }],
      ["condition", { condition: "no" }],
      ["ethnicity", { ethnicity: "white" }],
    ]);
    expect(draft.answers).toEqual({ condition: "no", ethnicity: "white" });
  });

  test("keep of a birthday the band alone", () => {
    const draft = sentIn([["age", { age: "16 June 1961" }]]);
    expect(JSON.stringify(keptOf(draft, []))).not.toMatch(/1961|June/i);
    expect(keptOf(draft, []).age).toBe("50_64");
  });

  test("any walk through them keeps answers of the lists alone", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(30)), { maxLength: 25 }), (walk) => {
        let draft = EMPTY;
        for (const [which, answer] of walk) {
          const steps = stepsOf(draft, ["religion"]);
          const step = steps[which % steps.length] as Step;
          const offered = step === "place" ? PLACES : step === "age" ? ["1950", "x"] : offeredOn(step, draft);
          const typed = [...offered, "", "prefer_not", "nonsense"][answer % (offered.length + 3)] ?? "";
          const read = readStep(step, { [step]: typed }, on(draft));
          if (read.ok) draft = read.draft;
        }
        const block = { place: draft.place, answers: keptOf(draft, ["religion"]) };
        expect(blockForm.safeParse(block).success).toBe(true);
      }),
    );
  });
});

test("financial years run from April to March", () => {
  expect(yearOf(at("2026-03-31T23:30"))).toBe("2025-26");
  expect(yearOf(at("2026-04-01T00:30"))).toBe("2026-27");
  expect(yearOf(at("2099-04-01T00:30"))).toBe("2099-00");
  expect(daysOf("2025-26")).toEqual({ from: "2025-04-01", to: "2026-04-01" });
  for (const wrong of ["2025-27", "2025", "x", "1925-26"]) expect(daysOf(wrong)).toBeNull();
});
