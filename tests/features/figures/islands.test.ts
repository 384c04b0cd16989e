import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Islands } from "~/features/figures/islands";
import { type Box, Possible } from "~/features/figures/simplex";

const FAR = Number.POSITIVE_INFINITY;

/** How a number is seen: exactly, rounded, as a star, or not at all. */
const seenAs = (value: number, way: number): Box => {
  if (way === 0) return { low: value, high: value };
  if (way === 1) return { low: Math.max(0, value - 2), high: value + 2 };
  if (way === 2 && value >= 1 && value <= 7) return { low: 1, high: 7 };
  return { low: 0, high: FAR };
};

/** Three tables of three by three with their margins, which share the margin of their rows. */
const tables = fc
  .record({
    counts: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 9 }),
    turns: fc.array(fc.nat(5), { minLength: 2, maxLength: 2 }),
    ways: fc.array(fc.nat(3), { minLength: 48, maxLength: 48 }),
  })
  .map(({ counts, turns, ways }) => {
    const values: number[] = [];
    const sums: { total: number; parts: number[] }[] = [];
    const put = (value: number) => values.push(value) - 1;
    const rowOf = (r: number) => [0, 1, 2].reduce((sum, c) => sum + (counts[3 * r + c] ?? 0), 0);
    const margins = [0, 1, 2].map((r) => put(rowOf(r)));
    sums.push({ total: put(counts.reduce((a, b) => a + b)), parts: margins });
    for (const turn of [0, ...turns]) {
      // Within a row the numbers change places: the rows add up to the same, the columns to others.
      const cells = [0, 1, 2].map((r) =>
        [0, 1, 2].map((c) => put(counts[3 * r + ((c + turn * r) % 3)] ?? 0)),
      );
      for (const r of [0, 1, 2]) sums.push({ total: margins[r] as number, parts: cells[r] as number[] });
      for (const c of [0, 1, 2]) {
        const parts = cells.map((row) => row[c] as number);
        sums.push({ total: put(parts.reduce((sum, at) => sum + (values[at] ?? 0), 0)), parts });
      }
    }
    return { values, boxes: values.map((value, at) => seenAs(value, ways[at] ?? 0)), sums };
  });

const ENOUGH = 5;
/** How many values each number can have; five are as good as more. */
const widths = (of: { range(at: number, enough: number): Box }, size: number) =>
  Array.from({ length: size }, (_, at) => {
    const { low, high } = of.range(at, ENOUGH);
    return Math.min(ENOUGH, high - low + 1);
  });

/** Where only fractions reach an end, the whole number before it is taken, and one way may meet a fraction where another does not. */
const alike = (some: readonly number[], others: readonly number[]) =>
  some.every((one, at) => Math.abs(one - (others[at] ?? 0)) <= 1);

describe("how much numbers can be, island by island", () => {
  test("is how much they can be all together", () => {
    fc.assert(
      fc.property(tables, ({ boxes, sums }) => {
        const all = widths(new Possible(boxes, sums), boxes.length);
        expect(alike(widths(new Islands(boxes, sums), boxes.length), all)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("is the same when they are seen otherwise one after the other as when it is worked out anew", () => {
    const changes = fc.array(fc.tuple(fc.nat(47), fc.nat(3)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(tables, changes, ({ values, boxes, sums }, list) => {
        let islands = new Islands(boxes, sums);
        const now = [...boxes];
        for (const [pick, way] of list) {
          const at = pick % values.length;
          now[at] = seenAs(values[at] ?? 0, way);
          islands = islands.with(at, now[at] as Box, ENOUGH);
          widths(islands, now.length);
        }
        const anew = widths(new Possible(now, sums), now.length);
        expect(alike(widths(islands, now.length), anew)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
