import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import type { AppraisalResult } from "~/db/tables/appraisals";
import { findingsOf, sumOf } from "~/features/appraisals/findings";
import { resultOf, type Sheet } from "~/features/appraisals/result";
import { KINDS, type Kind } from "~/features/appraisals/rules";

const OPTIONS = [
  { id: "a", title: "Library" },
  { id: "b", title: "Church hall" },
];
const CRITERIA = [
  { id: "x", label: "Easy to reach", weight: 60 },
  { id: "y", label: "Welcoming", weight: 40 },
];

const sheet = (kind: Kind, a: number[], b: number[], first: string | null = "a"): Sheet => ({
  kind,
  scores: { a: rowOf(a), b: rowOf(b) },
  first,
  could: first ? [first] : [],
});
const rowOf = ([x, y]: number[]) => ({
  ...(x === undefined ? {} : { x }),
  ...(y === undefined ? {} : { y }),
});
const many = (n: number, one: Sheet) => Array.from({ length: n }, () => one);
const resultFor = (sheets: readonly Sheet[]) => resultOf({ options: OPTIONS, criteria: CRITERIA, sheets });

test("means are of those who scored, and who left something out is said", () => {
  const sheets = [...many(8, sheet("resident", [4, 3], [2, 1])), sheet("resident", [], [5, 5], null)];
  const result = resultFor(sheets) as AppraisalResult;
  expect(result.options[0]?.cells).toEqual([
    { mean: 40, spread: 0, people: 8 },
    { mean: 30, spread: 0, people: 8 },
  ]);
  expect(result.options[1]?.cells[0]).toEqual({ mean: 23, spread: 9, people: 9 });
  expect(result.noFirst).toEqual({ text: "1", value: 1 });
  expect(findingsOf(result, []).agreed.totals).toEqual([360, 194]);
  expect(sumOf(result, 0)).toBe("4.0 × 60 + 3.0 × 40 = 360; 360 ÷ 100 = 3.6");
});

test("numbers of fewer than 8 people are not published at all", () => {
  expect(resultFor(many(7, sheet("resident", [4, 3], [2, 1])))).toBeNull();
});

test("an option that fewer than 8 people scored has no mean, no total, and does not lead", () => {
  const sheets = [...many(8, sheet("resident", [1, 1], [])), ...many(3, sheet("resident", [1, 1], [5, 5]))];
  const result = resultFor(sheets) as AppraisalResult;
  expect(result.options[1]?.cells[0]).toEqual({ mean: null, spread: null, people: 3 });
  const { agreed, equal } = findingsOf(result, []);
  expect(agreed.totals).toEqual([100, null]);
  expect(agreed.leaders).toEqual([0]);
  expect(equal.leaders).toEqual([0]);
});

test("kinds of 8 people and more stand by themselves, with exact numbers", () => {
  const result = resultFor([
    ...many(9, sheet("resident", [4, 3], [2, 1])),
    ...many(8, sheet("staff", [1, 1], [5, 5], "b")),
  ]) as AppraisalResult;
  expect(result.exempt).toBe(true);
  expect(result.groups.map(({ kinds, people }) => [kinds, people])).toEqual([
    [["resident"], 9],
    [["staff"], 8],
  ]);
  expect(result.options.map(({ first }) => first.text)).toEqual(["9", "8"]);
  const { preferred, agreed, differ } = findingsOf(result, []);
  expect(preferred).toEqual([0]);
  expect(agreed.leaders).toEqual([1]);
  expect(differ).toBe(true);
});

test("a kind of fewer than 8 people is joined with another, and preferences pass the gate", () => {
  const result = resultFor([
    ...many(12, sheet("resident", [4, 3], [2, 1])),
    ...many(9, sheet("voluntary", [4, 3], [2, 1])),
    ...many(3, sheet("staff", [0, 0], [5, 5], "b")),
  ]) as AppraisalResult;
  expect(result.exempt).toBe(false);
  expect(result.groups.map(({ kinds, people }) => [kinds, people])).toEqual([
    [["resident"], 12],
    [["voluntary", "staff"], 12],
  ]);
  expect(result.options[1]?.first.text).toBe("*");
  // With 24 in all, an exact 21 would give the three away.
  expect(result.options[0]?.first.value).not.toBe(21);
});

/**
 * Somebody with everything that is published: adds and takes away whole groups of people, in every way, and looks
 * whether a number about fewer than 8 of them is left.
 */
function attack(result: AppraisalResult, sheets: readonly Sheet[]): string[] {
  const everybody = { kinds: [...KINDS] as string[], of: "everybody" };
  const groups = [everybody, ...result.groups.map(({ kinds }) => ({ kinds, of: kinds.join("+") }))];
  const found: string[] = [];
  for (let way = 1; way < 3 ** groups.length; way += 1) {
    const signs = groups.map((_, at) => (Math.floor(way / 3 ** at) % 3) - 1);
    const weight = KINDS.map((kind) =>
      groups.reduce((sum, { kinds }, at) => sum + (kinds.includes(kind) ? (signs[at] ?? 0) : 0), 0),
    );
    if (weight.some((one) => one !== 0 && one !== 1)) continue;
    const left = sheets.filter((one) => weight[KINDS.indexOf(one.kind)] === 1);
    const tell = (what: string, people: number) => {
      if (people > 0 && people < 8) found.push(`${what}: ${people} of ${signs.join()}`);
    };
    tell("people", left.length);
    for (const [o, option] of OPTIONS.entries())
      for (const [c, criterion] of CRITERIA.entries()) {
        // A mean that is shown nowhere can be taken from nothing.
        const shownEverywhere = groups.every(
          (_, at) =>
            signs[at] === 0 ||
            (at === 0
              ? result.options[o]?.cells[c]?.mean !== null
              : result.groups[at - 1]?.means[o]?.[c] !== null),
        );
        const people = left.filter((one) => one.scores[option.id]?.[criterion.id] !== undefined).length;
        if (shownEverywhere) tell(`${option.id}/${criterion.id}`, people);
      }
  }
  return found;
}

describe("somebody who takes one number from another", () => {
  const score = integer({ min: 0, max: 5 });
  const maybe = array(score, { maxLength: 2 });
  const one = record({
    kind: constantFrom(...KINDS),
    a: maybe,
    b: maybe,
    first: constantFrom("a", "b", null),
  });
  /** Mostly one or two kinds, so that small ones come up often. */
  const crowds = record({
    some: array(one, { minLength: 8, maxLength: 40 }),
    few: array(one, { maxLength: 9 }),
    kind: constantFrom(...KINDS),
    other: constantFrom(...KINDS),
  });

  test("is never left with fewer than 8 people, whoever scored what", () => {
    let published = 0;
    assert(
      property(crowds, ({ some, few, kind, other }) => {
        const sheets = [
          ...some.map((each, at) => ({ ...each, kind: at % 4 === 0 ? each.kind : kind })),
          ...few.map((each) => ({ ...each, kind: other })),
        ].map(({ kind, a, b, first }) => sheet(kind, a, b, first));
        const result = resultFor(sheets);
        if (!result) return;
        published += 1;
        expect(attack(result, sheets)).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(published).toBeGreaterThan(100);
  });

  test("does find something where small kinds are published as they are: the attack can bite", () => {
    const sheets = [
      ...many(12, sheet("resident", [4, 3], [2, 1])),
      ...many(3, sheet("staff", [0, 0], [5, 5], "b")),
    ];
    const result = resultFor(sheets) as AppraisalResult;
    const means = result.options.map(({ cells }) => cells.map(({ mean }) => mean));
    const careless = { ...result, groups: [{ kinds: ["resident"], people: 12, means }] };
    expect(attack(careless, sheets)).not.toEqual([]);
  });

  test("can narrow no hidden preference to fewer than five of its seven values", () => {
    assert(
      property(
        array(integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 5 }),
        integer({ min: 1, max: 7 }),
        (firsts, staff) => {
          const letters = firsts.map((_, at) => String.fromCharCode(97 + at));
          const options = letters.map((id) => ({ id, title: id }));
          const sheets = firsts
            .flatMap((n, at) => many(n, sheet("resident", [3, 3], [3, 3], letters[at] ?? null)))
            .map((each, at) => ({ ...each, kind: at < staff ? ("staff" as const) : each.kind }));
          const result = resultOf({ options, criteria: CRITERIA, sheets });
          if (!result || result.exempt) return;
          const shown = [...result.options.map(({ first }) => first), result.noFirst];
          const boxes = shown.map(({ text, value }) => {
            if (text === "*") return [1, 7];
            if (value === null) return [8, result.people];
            return value === 0 ? [0, 0] : [Math.max(8, value - 2), value + 2];
          });
          for (const [at, { text }] of shown.entries()) {
            if (text !== "*") continue;
            const others = boxes.filter((_, n) => n !== at);
            const least = others.reduce((sum, [low = 0]) => sum + low, 0);
            const most = others.reduce((sum, [, high = 0]) => sum + high, 0);
            const possible = [1, 2, 3, 4, 5, 6, 7].filter(
              (n) => n + least <= result.people && n + most >= result.people,
            );
            expect(possible.length).toBeGreaterThanOrEqual(5);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
