import { array, assert, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { hundredths, inwards, leadersOf, spanOf, tenths, totalOf } from "~/features/appraisals/sensitivity";

/** The four options of the demonstration, in tenths, by its five criteria. */
const A = [21, 34, 20, 39, 28];
const B = [45, 24, 47, 22, 33];
const C = [39, 38, 41, 32, 36];
const D = [18, 41, 17, 42, 26];
const OPTIONS = [A, B, C, D];
const AGREED = [25, 25, 20, 15, 15];

const shown = (weights: number[]) =>
  OPTIONS.map((means) => (hundredths(totalOf(means, weights)) / 100).toFixed(2));

test("halves are rounded up as people do, without surprises of binary fractions", () => {
  expect(hundredths({ num: 3765, den: 1000 })).toBe(377);
  expect(hundredths({ num: 2835, den: 1000 })).toBe(284);
  expect(hundredths({ num: 1005, den: 1000 })).toBe(101);
  expect(hundredths({ num: 3764, den: 1000 })).toBe(376);
  expect(tenths(97, 46)).toBe(21);
  expect(tenths(17, 4)).toBe(43);
  expect(tenths(0, 0)).toBeNull();
});

test("totals of the demonstration are those of the sheet, under all four sets of weights", () => {
  expect(shown(AGREED)).toEqual(["2.78", "3.49", "3.77", "2.84"]);
  const equal = shown([1, 1, 1, 1, 1]);
  expect([equal[2], equal[1]]).toEqual(["3.72", "3.42"]);
  const residents = shown([45, 10, 25, 8, 12]);
  expect([residents[1], residents[2]]).toEqual(["4.01", "3.85"]);
  expect(shown([10, 40, 10, 30, 10])).toEqual(["3.22", "2.87", "3.64", "3.51"]);
});

describe("the range of a weight over which the leader stays ahead", () => {
  const positive = integer({ min: 1, max: 60 });
  const cases = integer({ min: 2, max: 6 }).chain((criteria) =>
    tuple(
      array(array(integer({ min: 0, max: 50 }), { minLength: criteria, maxLength: criteria }), {
        minLength: 2,
        maxLength: 6,
      }),
      array(positive, { minLength: criteria, maxLength: criteria }),
      integer({ min: 0, max: criteria - 1 }),
    ),
  );
  /** Weights that add up to 100, where criterion `at` has `weight` and the others share the rest in their proportions. */
  const moved = (weights: readonly number[], at: number, weight: number) => {
    const others = weights.reduce((sum, one, n) => (n === at ? sum : sum + one), 0);
    return weights.map((one, n) => (n === at ? weight : (one * (100 - weight)) / others));
  };
  const mean = (means: readonly number[], weights: readonly number[]) =>
    means.reduce((sum, one, n) => sum + (one * (weights[n] ?? 0)) / 100, 0);

  /** Rounds weights to a sum of 100, as the site wants them. */
  const toHundred = (raw: readonly number[]) => {
    const sum = raw.reduce((a, b) => a + b, 0);
    const whole = raw.map((one) => Math.max(1, Math.floor((100 * one) / sum)));
    const short = 100 - whole.reduce((a, b) => a + b, 0);
    const largest = whole.indexOf(Math.max(...whole));
    return whole.map((one, n) => (n === largest ? one + short : one));
  };

  test("is what trying out every tenth of a weight finds, for any means and weights", () => {
    assert(
      property(cases, ([options, raw, criterion]) => {
        const weights = toHundred(raw);
        const totals = options.map((means) => mean(means, weights));
        const leader = totals.indexOf(Math.max(...totals));
        const { low, high } = spanOf(options, weights, { criterion, leader });
        expect(low).toBeLessThanOrEqual((weights[criterion] ?? 0) + 1e-9);
        expect(high).toBeGreaterThanOrEqual((weights[criterion] ?? 0) - 1e-9);
        for (let weight = 0; weight <= 100; weight += 0.5) {
          const now = options.map((means) => mean(means, moved(weights, criterion, weight)));
          const holds = Math.max(...now) - (now[leader] ?? 0) < 1e-9;
          const near = Math.abs(weight - low) < 1e-6 || Math.abs(weight - high) < 1e-6;
          if (!near) expect(holds).toBe(weight > low && weight < high);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("names who leads beyond it", () => {
    assert(
      property(cases, ([options, raw, criterion]) => {
        const weights = toHundred(raw);
        const totals = options.map((means) => mean(means, weights));
        const leader = totals.indexOf(Math.max(...totals));
        const { high, above } = spanOf(options, weights, { criterion, leader });
        if (above === null) {
          expect(high).toBe(100);
          return;
        }
        const at = Math.min(100, high + 0.001);
        const beyond = options.map((means) => mean(means, moved(weights, criterion, at)));
        expect(beyond[above] ?? 0).toBeGreaterThanOrEqual((beyond[leader] ?? 0) - 1e-9);
      }),
    );
  });

  test("of the demonstration is what can be worked out by hand", () => {
    // Recognisable: others C 25·38+20·41+15·32+15·36 = 2790, B 25·24+20·47+15·22+15·33 = 2365, all 75 in weight.
    // C − B = (100 − t)·425/75 − 6t, which is nought at t = 42500 ÷ 875 = 48.571…
    expect(spanOf(OPTIONS, AGREED, { criterion: 0, leader: 2 }).high).toBeCloseTo(42_500 / 875, 10);
    expect(spanOf(OPTIONS, AGREED, { criterion: 0, leader: 2 }).above).toBe(1);
    expect(inwards({ low: 0, high: 42_500 / 875, below: null, above: 1 })).toEqual({ low: 0, high: 48.5 });
  });
});

test("options that are level when shown lead together", () => {
  expect(
    leadersOf(
      [
        [30, 30],
        [30, 30],
        [10, 50],
      ],
      [60, 40],
    ),
  ).toEqual([0, 1]);
});
