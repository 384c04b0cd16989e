import fc from "fast-check";
import { expect, test } from "vitest";
import { medianOf, shownOf } from "~/features/engagement/median";
import { levelWords } from "~/features/engagement/staff-words";

const tallyOf = (answers: readonly number[]) =>
  [...new Set(answers)].map((level) => ({ level, n: answers.filter((one) => one === level).length }));

test("the median has as many answers below it as above it", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 60 }), (answers) => {
      const { n, median } = medianOf(tallyOf(answers));
      expect(n).toBe(answers.length);
      const half = answers.length / 2;
      expect(answers.filter((one) => one < (median ?? 0)).length).toBeLessThanOrEqual(half);
      expect(answers.filter((one) => one > (median ?? 0)).length).toBeLessThanOrEqual(half);
    }),
  );
});

test("the public is shown no middle of fewer than eight, and one that moves only when eight more have answered", () => {
  const level = fc.integer({ min: 1, max: 7 });
  fc.assert(
    fc.property(fc.array(level, { maxLength: 60 }), fc.array(level, { maxLength: 7 }), (answers, more) => {
      const eights = answers.slice(0, Math.floor(answers.length / 8) * 8);
      const shown = shownOf(answers);
      if (answers.length === 0) expect(shown).toBe("nothing");
      else if (answers.length < 8) expect(shown).toBe("few");
      else expect(shown).toBe(medianOf(tallyOf(eights)).median);
      // Whoever answers next can't be told from what the page says afterwards.
      if (eights.length > 0) expect(shownOf([...eights, ...more])).toBe(shownOf(eights));
    }),
  );
});

test("nobody's answer is no median, and half-way is said as both steps", () => {
  expect(medianOf([])).toEqual({ n: 0, median: null });
  expect(medianOf(tallyOf([4, 5]))).toEqual({ n: 2, median: 4.5 });
  expect(levelWords(4.5)).toBe("between 4, consultation, and 5, engagement");
  expect(levelWords(6)).toBe("6, co-design");
});
