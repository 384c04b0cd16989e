import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mayRepublish, publishCount, publishShare, publishTable } from "~/features/figures/gate";

const textsOf = (counts: readonly number[]) => publishTable(counts)?.cells.map((cell) => cell.text);

describe("one count", () => {
  test.each([
    [0, "0"],
    [1, "*"],
    [7, "*"],
    [8, "10"],
    [12, "10"],
    [13, "15"],
    [148, "150"],
    [1012, "1,010"],
  ])("%i is published as %s", (count, text) => {
    expect(publishCount(count).text).toBe(text);
  });

  test("nothing from 1 to 7 ever shows, and everything shown is a multiple of 5 within 2 of the truth", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (count) => {
        const { text, value } = publishCount(count);
        if (count >= 1 && count <= 7) return text === "*" && value === null;
        return value !== null && value % 5 === 0 && Math.abs(value - count) <= 2;
      }),
    );
  });

  test.each([-1, 2.5, Number.NaN])("%d is no count of people", (count) => {
    expect(() => publishCount(count)).toThrow();
  });
});

describe("a table", () => {
  test("the worked case: 141, 6, 21, 10 and 12 of 190", () => {
    const table = publishTable([141, 6, 21, 10, 12]);
    expect(table?.cells.map((cell) => cell.text)).toEqual(["140", "*", "20", "10", "10"]);
    expect(table?.total.text).toBe("190");
  });

  test("one small number beside one other can't be worked out: the other is hidden too", () => {
    expect(textsOf([13, 1])).toEqual(["*", "*"]);
    expect(textsOf([100, 13, 1])).toEqual(["100", "15", "*"]);
  });

  test("where even hiding everything would tell, nothing is published", () => {
    expect(publishTable([7, 7])).toBeNull();
  });

  /** Everything that a published table allows: each star and each rounded number with all that it can have been. */
  function possible(table: NonNullable<ReturnType<typeof publishTable>>, at: number): Set<number> {
    const { cells, total } = table;
    const range = (value: number | null): number[] =>
      value === null
        ? [1, 2, 3, 4, 5, 6, 7]
        : value === 0
          ? [0]
          : [-2, -1, 0, 1, 2].map((n) => value + n).filter((n) => n > 7);
    let sums = new Set([0]);
    cells.forEach(({ value }, other) => {
      if (other === at) return;
      sums = new Set([...sums].flatMap((sum) => range(value).map((n) => sum + n)));
    });
    const totals = total.value === null ? null : new Set(range(total.value));
    return new Set(range(null).filter((n) => [...sums].some((sum) => totals?.has(sum + n) ?? true)));
  }

  test("somebody who tries every sum is left with five values or more for each number of 1 to 7", () => {
    const cell = fc.oneof(fc.nat(9), fc.nat(40), fc.nat(300));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 7 }), (counts) => {
        const table = publishTable(counts);
        if (!table || table.total.value === null) return true;
        // Where a larger number had to be hidden too, its star says less than the one who tries believes.
        const alone = table.cells.every(({ value }, at) => value !== null || (counts[at] ?? 0) <= 7);
        return counts.every((count, at) => {
          if (count < 1 || count > 7) return true;
          if (table.cells[at]?.value !== null) return false;
          return !alone || possible(table, at).size >= 5;
        });
      }),
      { numRuns: 2000 },
    );
  });

  test("the total is made from true values and then rounded", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 8 }), (counts) => {
        const table = publishTable(counts);
        const sum = counts.reduce((a, b) => a + b, 0);
        return table === null || table.total.text === publishCount(sum).text;
      }),
    );
  });
});

describe("a share", () => {
  test("of 100 people or more it is true, a whole per cent, and has its interval", () => {
    expect(publishShare(612, 1012)).toEqual({ percent: 60, interval: [57, 63], part: "612", of: "1,012" });
  });

  test("of 30 to 99 people it comes from rounded numbers and has no interval", () => {
    expect(publishShare(41, 63)).toEqual({ percent: 62, interval: null, part: "40", of: "65" });
  });

  test("of fewer than 30 there are words and no per cent", () => {
    expect(publishShare(13, 26)).toMatchObject({ percent: null, part: "15", of: "25" });
  });

  test("where few are left on either side, nothing tells how few", () => {
    expect(publishShare(118, 120)).toMatchObject({ percent: null, interval: null });
    expect(publishShare(3, 64)).toMatchObject({ percent: null, part: "*" });
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

test("a figure comes again only for the same people, or for 8 more or fewer", () => {
  expect([60, 61, 67, 68, 53, 52].map((now) => mayRepublish(60, now))).toEqual([
    true,
    false,
    false,
    true,
    false,
    true,
  ]);
});
