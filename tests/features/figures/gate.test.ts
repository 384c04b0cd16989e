import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dimension, GatedTable } from "~/db/tables/figures";
import { publishTables } from "~/features/figures/gate";
import { HIDDEN_TO, RULES, type Rule, rounded, type Terms } from "~/features/figures/rules";
import { sumsOf } from "~/features/figures/shape";
import { dimension, numbersOf, textsOf, trueTable } from "../../support/figures";

const NHS: Terms = { rule: "nhs_1_7_r5", sensitive: false };
const termsOf = (rule: Rule): Terms => ({ rule, sensitive: false });
const oneTable = (counts: number[][], terms = NHS) =>
  textsOf(publishTables([trueTable(counts)], terms).tables[0]);

/** Ethnicity by neighbourhood in the demonstration borough. */
const WORKED = [
  [148, 61, 24, 20, 14],
  [118, 49, 27, 15, 11],
  [92, 21, 12, 9, 6],
  [141, 6, 21, 10, 12],
  [103, 47, 12, 11, 5],
  [10, 3, 2, 1, 1],
];

describe("tables", () => {
  test("the worked table", () => {
    expect(oneTable(WORKED)).toEqual([
      ["150", "60", "25", "20", "15", "265"],
      ["120", "50", "25", "15", "10", "220"],
      ["90", "20", "10", "10", "*", "140"],
      ["140", "*", "20", "10", "10", "190"],
      ["105", "45", "10", "10", "*", "180"],
      ["10", "*", "*", "*", "*", "15"],
      ["610", "185", "100", "65", "50", "1,010"],
    ]);
  });

  test("figures about everybody are exact, and the cells of the worked table stay as they are", () => {
    const table = publishTables([trueTable(WORKED, { isTopline: true })]).tables[0];
    expect(textsOf(table).at(-1)).toEqual(["612", "187", "98", "66", "49", "1,012"]);
    expect(textsOf(table)[3]?.slice(0, 5)).toEqual(["140", "*", "20", "10", "10"]);
  });

  test("a small number beside one other can't be worked out: the other is kept back too", () => {
    expect(oneTable([[13], [1]])).toEqual([["**"], ["*"], ["15"]]);
  });

  test("where even keeping everything back would tell, the table is withheld and the others come out", () => {
    const few = { ...trueTable([[1], [1], [1], [1]]), id: "few", people: "q" };
    const { tables, withheld } = publishTables([trueTable([[40], [50]]), few]);
    expect(withheld).toEqual(["few"]);
    expect(tables.map(({ id }) => id)).toEqual(["t"]);
  });

  test("an exact total is rounded when a star could be worked out from it", () => {
    const answered: Dimension = {
      key: "answer",
      label: "Answer",
      headings: [
        { code: "yes", label: "Yes" },
        { code: "no", label: "No" },
        { code: "all", label: "Answered", of: ["yes", "no"] },
        { code: "none", label: "Did not answer" },
      ],
    };
    const table = trueTable([[80], [60], [3]], { down: answered, across: null, isTopline: true });
    const texts = textsOf(publishTables([table]).tables[0]).flat();
    expect(texts[3]).toBe("*");
    expect([texts[2], texts[4]]).not.toEqual(["140", "143"]);
  });

  test("two tables of the same people must agree about their margins", () => {
    const other = trueTable(
      [
        [5, 5],
        [5, 6],
      ],
      { id: "u", across: dimension("c", 2) },
    );
    expect(() =>
      publishTables([
        trueTable([
          [5, 5],
          [5, 5],
        ]),
        other,
      ]),
    ).toThrow("disagree");
  });
});

/** Every whole number that a hidden cell can have, by trying all combinations: slow, and sure. */
function possible(tables: readonly GatedTable[], rule: Rule): Map<string, Set<number>> {
  const numbers = [...numbersOf(tables)];
  const least = HIDDEN_TO[rule] + 1;
  const sums = [...new Map(tables.flatMap(sumsOf).map((sum) => [JSON.stringify(sum), sum])).values()];
  const isSum = new Set(sums.map(({ total }) => total));
  const range = (id: string): number[] => {
    const people = numbers.find(([name]) => name === id)?.[1];
    if (people?.shown === "few") return Array.from({ length: HIDDEN_TO[rule] }, (_, n) => n + 1);
    if (people?.shown === "kept") return Array.from({ length: 64 }, (_, n) => least + n);
    if (people?.shown === "exact") return [people.value ?? 0];
    const value = people?.value ?? 0;
    return value === 0 ? [0] : [-2, -1, 0, 1, 2].map((by) => value + by).filter((one) => one >= least);
  };
  const inside = numbers.map(([id]) => id).filter((id) => !isSum.has(id));
  const allowed = new Map(numbers.map(([id]) => [id, new Set(range(id))]));
  const found = new Map(numbers.map(([id]) => [id, new Set<number>()]));
  const values = new Map<string, number>();
  const worth = (id: string): number => {
    const own = values.get(id);
    if (own !== undefined) return own;
    const sum = sums.find(({ total, parts }) => total === id && parts.every((part) => part !== id));
    return (sum?.parts ?? []).reduce((total, part) => total + worth(part), 0);
  };
  const tryAll = (at: number): void => {
    const id = inside[at];
    if (id === undefined) {
      if (!numbers.every(([name]) => allowed.get(name)?.has(worth(name)))) return;
      for (const [name] of numbers) found.get(name)?.add(worth(name));
      return;
    }
    for (const value of allowed.get(id) ?? []) {
      values.set(id, value);
      tryAll(at + 1);
    }
    values.delete(id);
  };
  tryAll(0);
  return found;
}

const cell = fc.oneof(fc.nat(9), fc.nat(14), fc.nat(40));

describe.each(RULES)("whoever tries every combination, under %s", (rule) => {
  const isSafe = (tables: readonly GatedTable[]) => {
    const found = possible(tables, rule);
    return [...numbersOf(tables)].every(([id, { shown }]) => {
      return shown !== "few" || (found.get(id)?.size ?? 0) >= HIDDEN_TO[rule] - 2;
    });
  };

  test("is left with all but two of the values of each star: a list and its total", () => {
    const lists = fc.array(cell, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(lists, (counts) =>
        isSafe(publishTables([trueTable(counts.map((one) => [one]))], termsOf(rule)).tables),
      ),
      { numRuns: 300 },
    );
  });

  test("the same of a table with its margins, exact where they may be", () => {
    const small = fc.oneof(fc.nat(9), fc.nat(24));
    const square = fc.array(fc.tuple(small, small), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(square, fc.boolean(), (counts, isTopline) =>
        isSafe(publishTables([trueTable(counts, { isTopline })], termsOf(rule)).tables),
      ),
      { numRuns: 60 },
    );
  });
});

describe.each(RULES)("whatever was counted, under %s", (rule) => {
  const size = fc.integer({ min: 1, max: 6 });
  const tables = fc.tuple(size, fc.integer({ min: 2, max: 5 }), size).chain(([rows, columns, others]) =>
    fc.record({
      first: fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      split: fc.array(fc.nat(others - 1), { minLength: 200, maxLength: 200 }),
      others: fc.constant(others),
    }),
  );

  test("small numbers are hidden, others right, and two tables of the same people say the same of their margins", () => {
    fc.assert(
      fc.property(tables, fc.boolean(), ({ first, split, others }, isTopline) => {
        // The second table has the same people, row by row, by something else.
        const second = first.map((row, r) => {
          const counts = Array.from({ length: others + 1 }, () => 0);
          const people = row.reduce((sum, one) => sum + one, 0);
          for (let n = 0; n < people; n++) {
            const at = split[(n * 7 + r * 31) % split.length] ?? 0;
            counts[at] = (counts[at] ?? 0) + 1;
          }
          return counts;
        });
        const wanted = [
          trueTable(first, { isTopline }),
          trueTable(second, { id: "u", across: dimension("c", others + 1), isTopline }),
        ];
        const { tables } = publishTables(wanted, termsOf(rule));
        const byName = new Map<string, string>();
        for (const table of tables) {
          const truth = wanted.find(({ id }) => id === table.id)?.counts ?? [];
          table.rows.slice(0, -1).forEach(({ cells }, r) => {
            cells.forEach(({ people }, c) => {
              const count = truth[r]?.[c] ?? -1;
              const isSmall = count >= 1 && count <= HIDDEN_TO[rule];
              expect(people.shown === "few").toBe(isSmall);
              if (people.shown === "rounded") expect(people.value).toBe(rounded(count));
              expect(people.shown).not.toBe("exact");
            });
          });
          for (const [id, people] of numbersOf([table])) {
            expect(byName.get(id) ?? people.text).toBe(people.text);
            byName.set(id, people.text);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the same numbers give the same tables", () => {
    fc.assert(
      fc.property(tables, ({ first }) => {
        const once = publishTables([trueTable(first)], termsOf(rule));
        expect(publishTables([trueTable(first)], termsOf(rule))).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });
});
