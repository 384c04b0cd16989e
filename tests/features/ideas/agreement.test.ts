import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findAgreement, LEAST_IN_GROUP, type Mark, type Marked } from "~/features/ideas/agreement";

const MARKS: Mark[] = ["agree", "disagree", "pass"];

/** Anybody's marks on anything, many of them missing. */
const anyMarks = fc
  .array(fc.array(fc.option(fc.constantFrom(...MARKS), { freq: 4 }), { minLength: 8, maxLength: 8 }), {
    minLength: 0,
    maxLength: 60,
  })
  .map((rows) => markedBy(rows));

const markedBy = (rows: readonly (readonly (Mark | null)[])[]): Marked[] =>
  rows.flatMap((row, person) =>
    row.flatMap((mark, n) => (mark ? [{ person: `p${person}`, statement: `s${n}`, mark }] : [])),
  );

/** Three camps of the given sizes that say opposite things to most statements, with now and then a slip. */
const camps = (sizes: readonly number[]) =>
  fc.infiniteStream(fc.integer({ min: 0, max: 99 })).map((chance) => {
    const views = ["aaadddaadd", "dddaaaaadd", "aaaaaaddaa"];
    const slip = () => (chance.next().value ?? 99) < 4;
    return markedBy(
      sizes.flatMap((size, camp) =>
        Array.from({ length: size }, () =>
          [...(views[camp] ?? "")].map(
            (view): Mark => (slip() ? "pass" : view === "a" ? "agree" : "disagree"),
          ),
        ),
      ),
    );
  });

const groupsOf = (marked: readonly Marked[], seed = 7) =>
  findAgreement(marked, seed).groups.map(({ people }) => [...people].sort());

/** The same list in another order. */
const turned = <T>(list: readonly T[], by: number) => {
  const start = list.length > 0 ? by % list.length : 0;
  return [...list.slice(start), ...list.slice(0, start)].reverse();
};

describe("the agreement finder", () => {
  test("gives the same groups and places for the same marks, in whatever order they come", () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(), fc.nat(999), (marked, by, seed) => {
        expect(findAgreement(turned(marked, by), seed)).toEqual(findAgreement(marked, seed));
      }),
      { numRuns: 60 },
    );
  });

  test("does not care what people are called", () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(), (marked, salt) => {
        const other = (person: string) => `${(Number(person.slice(1)) * 7919 + salt) % 104_729}-${person}`;
        const renamed = marked.map((one) => ({ ...one, person: other(one.person) }));
        const before = findAgreement(marked, 7);
        const after = findAgreement(renamed, 7);
        // People who marked exactly alike have no order of their own, so groups are compared as wholes.
        expect(after.groups.map(({ people }) => [...people].sort())).toEqual(
          before.groups.map(({ people }) => people.map(other).sort()),
        );
        expect(after.groups.map(({ at }) => at)).toEqual(before.groups.map(({ at }) => at));
      }),
      { numRuns: 60 },
    );
  });

  test("shows no group of fewer than 8 people, and puts everybody who marked enough into one", () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(99), (marked, seed) => {
        const { groups, placed } = findAgreement(marked, seed);
        for (const { people, at } of groups) {
          expect(people.length).toBeGreaterThanOrEqual(LEAST_IN_GROUP);
          expect(Math.max(...at.map(Math.abs))).toBeLessThanOrEqual(1);
        }
        const everyone = groups.flatMap(({ people }) => people);
        expect(new Set(everyone).size).toBe(everyone.length);
        expect(everyone).toHaveLength(placed < LEAST_IN_GROUP ? 0 : placed);
      }),
      { numRuns: 100 },
    );
  });

  test("finds camps that are there, whatever the statements are called", () => {
    fc.assert(
      fc.property(camps([20, 14, 11]), fc.nat(999), (marked, seed) => {
        const found = groupsOf(marked, seed);
        expect(found.map(({ length }) => length)).toEqual([20, 14, 11]);
        expect(found[2]?.every((person) => Number(person.slice(1)) >= 34)).toBe(true);
        const renamed = marked.map((one) => ({
          ...one,
          statement: `x${9 - Number(one.statement.slice(1))}`,
        }));
        expect(groupsOf(renamed, seed)).toEqual(found);
      }),
      { numRuns: 25 },
    );
  });

  test("counts a camp of five with the nearest larger group, and says so", () => {
    fc.assert(
      fc.property(camps([20, 14, 5]), (marked) => {
        const { groups, joined } = findAgreement(marked, 7);
        expect(groups.every(({ people }) => people.length >= LEAST_IN_GROUP)).toBe(true);
        expect(groups.reduce((sum, { people }) => sum + people.length, 0)).toBe(39);
        if (groups.length === 2) return;
        expect(joined).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  test("draws one group where all say much the same, and where everybody answers by chance", () => {
    const alike = markedBy(Array.from({ length: 30 }, () => Array<Mark>(8).fill("agree")));
    expect(groupsOf(alike)).toHaveLength(1);
    let state = 1;
    const thrown = () => {
      state = (state * 48_271) % 2_147_483_647;
      return MARKS[state % 3] ?? "pass";
    };
    const noise = markedBy(Array.from({ length: 90 }, () => Array.from({ length: 12 }, thrown)));
    expect(groupsOf(noise)).toHaveLength(1);
  });

  test("leaves out whoever marked almost nothing", () => {
    const rows: (Mark | null)[][] = Array.from({ length: 9 }, () => Array<Mark>(8).fill("agree"));
    rows.push(["disagree", "disagree", null, null, null, null, null, null]);
    const { placed, groups } = findAgreement(markedBy(rows), 7);
    expect(placed).toBe(9);
    expect(groups[0]?.people).not.toContain("p9");
  });
});
