import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOf, agreementOn, isAlike, type Pair, sampleSize } from "~/features/surveys/agreement";

const times = (n: number, pair: Pair) => Array.from({ length: n }, () => pair);

/**
 * By hand, for 25 texts: both chose buses 8 times, only the first 2, only the second 3, neither 12. Alike in
 * 20 of 25 = 0.8. The first chose it in 10 of 25 = 0.4, the second in 11 of 25 = 0.44; by chance they would be
 * alike in 0.4 × 0.44 + 0.6 × 0.56 = 0.176 + 0.336 = 0.512. Kappa = (0.8 − 0.512) ÷ (1 − 0.512) = 0.590.
 */
const WORKED = [
  ...times(8, { first: ["buses"], second: ["buses", "money"] }),
  ...times(2, { first: ["buses"], second: [] }),
  ...times(3, { first: [], second: ["buses"] }),
  ...times(12, { first: [], second: [] }),
];

describe("how alike two people read", () => {
  test("is as worked out by hand", () => {
    const measured = agreementOn("buses", WORKED);
    expect(measured).toMatchObject({ both: 8, onlyFirst: 2, onlySecond: 3, neither: 12, alike: 0.8 });
    expect(measured.kappa).toBeCloseTo(0.59016, 5);
  });

  test("puts the theme that they agree on least first", () => {
    expect(agreementOf(WORKED).map((one) => one.theme)).toEqual(["money", "buses"]);
    expect(agreementOf(WORKED)[0]?.kappa).toBe(0);
  });

  test("is not said of fewer than 20 texts", () => {
    expect(agreementOn("buses", WORKED.slice(0, 19))).toMatchObject({
      enough: false,
      alike: null,
      kappa: null,
    });
    expect(agreementOn("buses", WORKED.slice(0, 20)).enough).toBe(true);
  });

  test("can't be told of a theme that both always chose: chance says the same", () => {
    const always = times(20, { first: ["buses"], second: ["buses"] });
    expect(agreementOn("buses", always)).toMatchObject({ alike: 1, kappa: null });
  });
});

const THEMES = ["buses", "money", "waiting"];
const aPair = fc.record({ first: fc.subarray(THEMES), second: fc.subarray(THEMES) });
const pairs = fc.array(aPair, { minLength: 20, maxLength: 80 });

describe("for any two people", () => {
  test("who find the same, kappa is 1; who change places, it stays", () => {
    fc.assert(
      fc.property(pairs, (pairs) => {
        const swapped = pairs.map(({ first, second }) => ({ first: second, second: first }));
        const same = pairs.map(({ first }) => ({ first, second: first }));
        for (const theme of THEMES) {
          const { kappa, alike } = agreementOn(theme, pairs);
          expect(agreementOn(theme, swapped)).toMatchObject({ kappa, alike });
          expect([1, null]).toContain(agreementOn(theme, same).kappa);
          expect(kappa === null || (kappa >= -1 && kappa <= 1)).toBe(true);
          // Nobody is better than chance by more than they are alike.
          expect(kappa === null || alike === null || kappa <= alike + 1e-12).toBe(true);
        }
      }),
    );
  });

  test("texts are counted once each, and alike where both found the same themes", () => {
    fc.assert(
      fc.property(pairs, (pairs) => {
        for (const { both, onlyFirst, onlySecond, neither } of agreementOf(pairs)) {
          expect(both + onlyFirst + onlySecond + neither).toBe(pairs.length);
        }
        const everywhere = pairs.every(isAlike);
        expect(agreementOf(pairs).every((one) => one.onlyFirst + one.onlySecond === 0)).toBe(everywhere);
      }),
    );
  });

  test("a sample has twenty at least, and never more than there are", () => {
    expect([5, 20, 150, 340, 1000].map((texts) => sampleSize(texts, 10))).toEqual([5, 20, 20, 34, 100]);
    expect(sampleSize(300, 50)).toBe(150);
  });
});
