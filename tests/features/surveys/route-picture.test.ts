import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { EMPTY, newQuestion, pagesOf } from "~/features/surveys/questionnaire";
import { drawRoute, routePages, wrapped } from "~/features/surveys/route-picture";
import { anyQuestionnaire, hallQuestions } from "../../support/surveys";

const hall: Questionnaire = { ...EMPTY, questions: hallQuestions };
const waitingFor = (question: string) => ({
  match: "all" as const,
  conditions: [{ question, is: "answered" as const, values: [] }],
});

describe("the picture of a route", () => {
  test("has a box for each page, those for some beside the line with the reason", () => {
    const pages = routePages(hall);
    expect(pages.map(({ n, rule }) => [n, rule])).toEqual([
      [1, null],
      [2, "Only if “Do you use the hall?” is one of “yes”"],
      [3, null],
      [4, null],
    ]);
    const { boxes, lines } = drawRoute(pages);
    expect(boxes.map(({ key }) => key)).toEqual(["start", "use", "often", "words", "trust", "end"]);
    expect(boxes.map(({ x }) => x > 1)).toEqual([false, false, true, false, false, false]);
    expect(
      lines
        .filter((line) => line.as === "rule")
        .map(({ text }) => text)
        .join(" "),
    ).toContain("Do you use the hall?");
  });

  test("marks dead ends and circles", () => {
    const [use, often, words] = hallQuestions;
    if (!use || !often || !words) throw new Error("no questions");
    const circle = { ...hall, questions: [{ ...use, showWhen: waitingFor("words") }, often, words] };
    const pages = routePages(circle);
    expect(pages[0]).toMatchObject({ waitsFor: [3] });
    expect(pages[0]?.questions[0]?.faults[0]).toContain("which only comes after it");
    const { boxes, arrows, lines } = drawRoute(pages);
    expect(boxes.find(({ key }) => key === "use")?.faulty).toBe(true);
    expect(arrows.filter((one) => one.circle)).toHaveLength(1);
    expect(lines.map(({ text }) => text)).toContain("Goes in a circle");
    const gone = routePages({ ...hall, questions: [{ ...words, showWhen: waitingFor("nobody") }, use] });
    expect(drawRoute(gone).lines.map(({ text }) => text)).toContain("Nobody gets through here");
  });

  test("a part's rule stands at each of its pages", () => {
    const sections = [{ key: "s", title: "More", text: "", showWhen: waitingFor("use") }];
    const questions = hallQuestions.map((one, n) => (n === 2 ? { ...one, section: "s" } : one));
    expect(routePages({ ...hall, sections, questions })[2]).toMatchObject({
      section: "More",
      rule: "Only if “Do you use the hall?” was answered",
    });
  });

  test("of any questionnaire fits its width, with no box over another and no line outside its box", () => {
    fc.assert(
      fc.property(anyQuestionnaire, (drawn) => {
        const pages = routePages(drawn);
        expect(pages).toHaveLength(pagesOf(drawn).length);
        const { width, height, boxes, lines } = drawRoute(pages);
        for (const [n, box] of boxes.entries()) {
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          const next = boxes[n + 1];
          if (next) expect(next.y).toBeGreaterThan(box.y + box.height);
          else expect(box.y + box.height).toBeLessThanOrEqual(height);
        }
        for (const { y, as, text } of lines) {
          const inside = boxes.some((box) => y > box.y && y < box.y + box.height);
          expect({ text, inside }).toEqual({ text, inside: as !== "rule" });
        }
      }),
      { numRuns: 80 },
    );
  });

  test("long words and long questions are cut, never let out of the box", () => {
    const long = newQuestion(
      "long",
      "short_text",
      `${"wordsandmorewords".repeat(6)} ${"and on ".repeat(60)}`,
    );
    const { lines } = drawRoute(routePages({ ...EMPTY, questions: [long] }));
    for (const { text } of lines) expect(text.length).toBeLessThanOrEqual(41);
    expect(wrapped("one two three", 7, 2)).toEqual(["one two", "three"]);
    expect(wrapped("one two three four five", 7, 2)).toEqual(["one two", "three…"]);
    expect(wrapped("", 7, 2)).toEqual([""]);
  });
});
