import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishTables } from "~/features/figures/gate";
import { newcombe, wilson } from "~/features/figures/intervals";
import { publishMean, publishMedian } from "~/features/figures/means";
import { FEW, publishCount } from "~/features/figures/published";
import { changeOf, publishShare, rateOf, representationOf, shareOf } from "~/features/figures/share";
import { trueTable } from "../../support/figures";

/** Published numbers about everybody: exact, as they may be from 100 people on. */
function exact(counts: number[]) {
  const table = publishTables([
    trueTable(
      counts.map((one) => [one]),
      { isTopline: true },
    ),
  ]).tables[0];
  return (table?.rows ?? []).map((row) => row.all.people);
}

const three = (values: readonly number[]) => values.map((value) => Number(value.toFixed(4)));

describe("intervals", () => {
  // The examples of Newcombe 1998, Statistics in Medicine 17, 857–872 and 873–890, to four places.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("Wilson: %i of %i lies between %d and %d", (part, of, low, high) => {
    expect(three(wilson(part, of))).toEqual([low, high]);
  });

  test.each([
    [[56, 70], [48, 80], 0.0524, 0.3339],
    [[9, 10], [3, 10], 0.1705, 0.809],
    [[6, 7], [2, 7], 0.0582, 0.8062],
    [[5, 56], [0, 29], -0.0381, 0.1926],
    [[0, 10], [0, 20], -0.1611, 0.2775],
    [[10, 10], [0, 20], 0.6791, 1],
  ] as const)("Newcombe: %j less %j lies between %d and %d", (first, second, low, high) => {
    expect(three(newcombe(second, first))).toEqual([low, high]);
  });

  test("Wilson solves the equation that defines it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.nat(3000), (of, any) => {
        const part = any % (of + 1);
        for (const end of wilson(part, of)) {
          if (end < 1e-9 || end > 1 - 1e-9) continue;
          // An end is a true share that would lie 1.96 of its own standard errors from what was seen.
          const errors = Math.abs(part / of - end) / Math.sqrt((end * (1 - end)) / of);
          expect(errors).toBeCloseTo(1.959964, 4);
        }
      }),
    );
  });
});

describe("a share", () => {
  test("of 100 people or more it is true, a whole per cent, and has its interval", () => {
    expect(publishShare(612, 1012)).toMatchObject({
      percent: 60,
      interval: [57, 63],
      part: { text: "612", shown: "exact" },
      of: { text: "1,012" },
    });
  });

  test("of 30 to 99 people it comes from rounded numbers, its interval too", () => {
    expect(publishShare(41, 63)).toMatchObject({
      percent: 62,
      interval: [49, 72],
      part: { text: "40" },
      of: { text: "65" },
    });
  });

  test("of fewer than 30 there are words and no per cent", () => {
    expect(publishShare(13, 26)).toMatchObject({ percent: null, part: { text: "15" }, of: { text: "25" } });
  });

  test("where few are left on either side, nothing tells how few", () => {
    expect(publishShare(118, 120)).toMatchObject({ percent: null, interval: null });
    expect(publishShare(3, 64)).toMatchObject({ percent: null, part: { text: "*" } });
  });

  test("where the subject is sensitive, nothing says that it is all of them", () => {
    const [part, of] = [publishCount(40), publishCount(40)];
    expect(shareOf(part, of).percent).toBe(100);
    expect(shareOf(part, of, { rule: "nhs_1_7_r5", sensitive: true }).percent).toBeNull();
  });

  test("whatever was counted: a per cent only from 30, within 0 to 100, and never of 1 to 7 people", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (part, rest) => {
        const share = publishShare(part, part + rest);
        const few = [part, rest].some((n) => n >= 1 && n <= 7);
        if (share.percent === null) return true;
        return part + rest >= 28 && !few && share.percent >= 0 && share.percent <= 100;
      }),
    );
  });

  test("a part is never larger than its whole", () => expect(() => publishShare(5, 4)).toThrow());
});

describe("a change", () => {
  test("from 218 of 398 to 131 of 209: 55% to 63%, and no clear change", () => {
    const change = changeOf(publishShare(218, 398), publishShare(131, 209));
    expect([change.before.percent, change.after.percent]).toEqual([55, 63]);
    expect(change).toMatchObject({ points: 7.9, interval: [-0.4, 15.9], verdict: "not_clear" });
  });

  test("from 61 of 104 to 34 of 97 it is less, whatever else", () => {
    // Both are fewer than 100 on one side, so the second comes from rounded numbers.
    expect(changeOf(publishShare(61, 104), publishShare(34, 97)).verdict).toBe("less");
  });

  test("with fewer than 30 on one side there is not enough to say", () => {
    const change = changeOf(publishShare(12, 25), publishShare(131, 209));
    expect(change).toMatchObject({ points: null, interval: null, verdict: "not_enough" });
  });
});

describe("who took part against who lives here", () => {
  const [white, black, asian, mixed, other, known] = exact([612, 187, 98, 66, 49]);

  test.each([
    ["White", white, 0.52, "over", 60],
    ["Black", black, 0.23, "under", 18],
    ["Asian", asian, 0.12, "under", 10],
    ["Mixed", mixed, 0.08, "not_clear", 7],
    ["Other", other, 0.05, "not_clear", 5],
  ])("%s residents of the demonstration borough", (_, part, population, verdict, percent) => {
    const against = representationOf(part ?? FEW, known ?? FEW, population);
    expect(against).toMatchObject({ verdict, percent });
  });

  test("the ratio of Black residents is 0.8", () => {
    expect(representationOf(black ?? FEW, known ?? FEW, 0.23).ratio).toBe(0.8);
  });

  test("of fewer than 50 known answers, or of a hidden group, there is not enough to say", () => {
    expect(representationOf(publishCount(20), publishCount(45), 0.5).verdict).toBe("not_enough");
    expect(representationOf(FEW, publishCount(90), 0.1).verdict).toBe("not_enough");
  });
});

describe("rates, means and medians", () => {
  test("a rate comes from the published number, to one decimal", () => {
    expect(rateOf(publishCount(342), 51_200).per1000).toBe(6.6);
    expect(rateOf(publishCount(5), 51_200).per1000).toBeNull();
  });

  test("a mean or a median of fewer than 8 people is none", () => {
    const eight = [1, 2, 2, 3, 4, 4, 5, 5];
    expect(publishMean(eight)).toMatchObject({ value: 3.3, people: { text: "10" } });
    expect(publishMedian(eight).value).toBe(3.5);
    expect(publishMean(eight.slice(1))).toMatchObject({ value: null, people: { text: "*" } });
    expect(publishMean([])).toMatchObject({ value: null, people: { text: "0" } });
    expect(publishMedian(eight, { rule: "ons_10_5", sensitive: false }).value).toBeNull();
  });
});
