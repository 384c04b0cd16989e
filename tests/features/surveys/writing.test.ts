import { describe, expect, test } from "vitest";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { faultsOf } from "~/features/surveys/faults";
import {
  keyFrom,
  typedQuestion,
  withMoved,
  withoutQuestion,
  withQuestion,
} from "~/features/surveys/question-form";
import { EMPTY } from "~/features/surveys/questionnaire";
import { readingHints } from "~/features/surveys/readability";
import {
  questionsBefore,
  typedSection,
  withoutSection,
  withSection,
  withSectionMoved,
} from "~/features/surveys/section-form";
import { ruleWords } from "~/features/surveys/staff-words";
import { hallQuestions } from "../../support/surveys";

const put = (draft: Questionnaire, typed: Record<string, unknown>, key: string | null = null) => {
  const made = withQuestion(draft, { key, typed });
  if ("fields" in made) throw new Error(JSON.stringify(made.fields));
  return made.draft;
};

describe("the form of a question", () => {
  test("makes a question with keys out of its words, and keeps them when words change", () => {
    const parted = withSection(EMPTY, { key: null, typed: { title: "The hall" } });
    if ("fields" in parted) throw new Error("no part");
    let draft = put(parted, {
      kind: "single",
      title: "Do you use the hall?",
      options: "Yes\nNo, never\nno  | Not yet",
      required: "yes",
      section: "the_hall",
    });
    expect(draft.questions[0]).toMatchObject({
      key: "do_you_use_the_hall",
      required: true,
      options: [
        { key: "yes", label: "Yes" },
        { key: "no_never", label: "No, never" },
        { key: "no", label: "Not yet" },
      ],
      section: "the_hall",
    });
    const [first] = draft.questions;
    if (!first) throw new Error("no question");
    draft = put(
      draft,
      {
        ...typedQuestion(draft, first),
        title: "Do you go there?",
        options: "yes | Yes, I do\nNo, never",
      },
      "do_you_use_the_hall",
    );
    expect(draft.questions).toHaveLength(1);
    expect(draft.questions[0]).toMatchObject({
      key: "do_you_use_the_hall",
      title: "Do you go there?",
      options: [
        { key: "yes", label: "Yes, I do" },
        { key: "no_never", label: "No, never" },
      ],
    });
    expect(withoutQuestion(draft, "do_you_use_the_hall")).toMatchObject({
      questions: [],
      sections: [{ title: "The hall" }],
    });
    const nowhere = { ...typedQuestion(draft, first), section: "cellar" };
    expect(withQuestion(draft, { key: first.key, typed: nowhere })).toMatchObject({
      fields: { section: ["Choose a part from the list"] },
    });
  });

  test("takes conditions in words, and gives them back in words", () => {
    const draft = { ...EMPTY, questions: hallQuestions };
    const more = put(draft, {
      kind: "long_text",
      title: "Why?",
      when1: "use",
      is1: "any_of",
      values1: "yes; No",
      when2: "trust",
      is2: "at_most",
      values2: "2",
      match: "any",
    });
    const why = more.questions.at(-1);
    expect(why?.showWhen).toEqual({
      match: "any",
      conditions: [
        { question: "use", is: "any_of", values: ["yes", "no"] },
        { question: "trust", is: "at_most", values: ["2"] },
      ],
    });
    expect(ruleWords(why?.showWhen ?? null, more)).toBe(
      "“Do you use the hall?” is one of “yes” or “no”, or “How far do you trust us to listen?” is at most “2”",
    );
    expect(why && typedQuestion(more, why)).toMatchObject({ when1: "use", values1: "yes; no", values2: "2" });
    expect(faultsOf(more)).toEqual([]);
    expect(faultsOf(withMoved(withMoved(more, "why", -1), "why", -1))).toMatchObject([
      { kind: "loop", at: "why" },
    ]);
  });

  test("comes back with what is wrong", () => {
    expect(withQuestion(EMPTY, { key: null, typed: { kind: "single", title: " " } })).toMatchObject({
      fields: { title: ["Write the question"] },
    });
    expect(
      withQuestion(EMPTY, { key: null, typed: { kind: "scale", title: "S", scaleFrom: "5", scaleTo: "1" } }),
    ).toMatchObject({ fields: { scaleTo: [expect.any(String)] } });
    expect(keyFrom("Übung macht den Meister!", [], "q")).toBe("ubung_macht_den_meister");
    expect(keyFrom("مرحبا", ["question"], "question")).toBe("question_2");
  });

  test("every kind comes back from its form as it was", () => {
    const draft = { ...EMPTY, questions: hallQuestions };
    for (const question of hallQuestions) {
      expect(put(draft, typedQuestion(draft, question), question.key)).toEqual(draft);
    }
  });
});

describe("the form of a part", () => {
  const questions = hallQuestions.map((one, n) => ({
    ...one,
    section: n < 2 ? "use" : n === 2 ? "words" : null,
  }));
  const sections = ["use", "words"].map((key) => ({ key, title: key, text: "", showWhen: null }));
  const draft: Questionnaire = { ...EMPTY, questions, sections };
  const put = (typed: Record<string, unknown>, key: string | null = null, from = draft) => {
    const made = withSection(from, { key, typed });
    if ("fields" in made) throw new Error(JSON.stringify(made.fields));
    return made;
  };

  test("adds one with a key of its own, and changes its words and its rule", () => {
    const added = put({ title: "Words", text: "In your own" });
    expect(added.sections.map(({ key }) => key)).toEqual(["use", "words", "words_2"]);
    expect(withSection(draft, { key: null, typed: { title: " " } })).toMatchObject({
      fields: { title: ["Write a heading"] },
    });
    expect(questionsBefore(draft, "words").map(({ key }) => key)).toEqual(["use", "often"]);
    const rule = { when1: "use", is1: "any_of", values1: "yes", match: "all" };
    const ruled = put({ title: "Your words", ...rule }, "words");
    const [, section] = ruled.sections;
    expect(section).toMatchObject({
      key: "words",
      title: "Your words",
      showWhen: { match: "all", conditions: [{ question: "use", is: "any_of", values: ["yes"] }] },
    });
    expect(section && put(typedSection(ruled, section), "words", ruled)).toEqual(ruled);
    // The rule goes when its condition is taken away.
    const typed = { ...(section && typedSection(ruled, section)), when1: "" };
    expect(put(typed, "words", ruled).sections[1]?.showWhen).toBeNull();
  });

  test("takes one out and leaves its questions, and moves one with them", () => {
    const without = withoutSection(draft, "use");
    expect(without.sections.map(({ key }) => key)).toEqual(["words"]);
    expect(without.questions.map(({ section }) => section)).toEqual([null, null, "words", null]);
    const moved = withSectionMoved(draft, "words", -1);
    expect(moved.sections.map(({ key }) => key)).toEqual(["words", "use"]);
    expect(moved.questions.map(({ key }) => key)).toEqual(["words", "use", "often", "trust"]);
    expect(withSectionMoved(moved, "words", 1)).toEqual(draft);
    expect(withSectionMoved(draft, "use", -1)).toEqual(draft);
  });

  test("keeps every condition of a long rule", () => {
    const conditions = Array.from({ length: 9 }, (_, n) => ({
      question: n % 2 ? "use" : "often",
      is: "answered" as const,
      values: [],
    }));
    const [use] = sections;
    const ruled = {
      ...draft,
      sections: [{ ...use, showWhen: { match: "any" as const, conditions } }],
    } as Questionnaire;
    const [section] = ruled.sections;
    expect(section && put(typedSection(ruled, section), "use", ruled)).toEqual(ruled);
  });
});

test("advice on reading is about long sentences, long words and saying no twice", () => {
  expect(readingHints("Do you use the hall?")).toEqual([]);
  expect(readingHints(`${"word ".repeat(25)}?`)[0]).toContain("25 words");
  expect(readingHints("What about accessibility considerations?")[0]).toContain("accessibility");
  expect(readingHints("Would you not say that it is never open?")).toHaveLength(1);
});
