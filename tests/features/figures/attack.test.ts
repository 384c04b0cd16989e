import { describe, expect, test } from "vitest";
import { attack, readCsv, readHtml, readJson } from "../../support/attacker.mjs";
import { randomBoroughs } from "../../support/random-boroughs.mjs";

type Reading = { cells: { id: string; text: string; shown?: string }[]; groups: [] };

describe("somebody who tries to find people in published tables", () => {
  test("recovers nothing from random boroughs, and much when nothing is kept back", {
    timeout: 120_000,
  }, async () => {
    const boroughs = { count: 2, seed: 3 };
    const whole = await randomBoroughs(boroughs);
    expect(whole.stars).toBeGreaterThan(20);
    expect(whole.recovered).toEqual([]);
    const weak = await randomBoroughs({ ...boroughs, withoutAudit: true });
    expect(weak.recovered.length).toBeGreaterThan(5);
  });

  const cells = [
    ["p&a=x", "10"],
    ["p&a=y", "*"],
    ["p", "10"],
  ] as const;
  const reading: Reading = { cells: cells.map(([id, text]) => ({ id, text })), groups: [] };
  const edition = (read: Reading) => ({ readings: [read], rule: "nhs_1_7_r5", sensitive: false });

  test("finds a star by taking one number from another", () => {
    const found = attack([edition(reading)]);
    expect(found.recovered).toEqual([{ name: "0/p&a=y", low: 1, high: 4 }]);
  });

  test("finds what few people said by taking one day from the next", () => {
    const on = (yes: string, no: string, all: string) =>
      edition({
        cells: [
          { id: "p&a=x", text: yes, shown: "exact" },
          { id: "p&a=y", text: no, shown: "exact" },
          { id: "p", text: all, shown: "exact" },
        ],
        groups: [],
      });
    const found = attack([on("120", "60", "180"), on("123", "70", "193")]);
    expect(found.recovered).toContainEqual({ name: "0/p&a=x+", low: 3, high: 3 });
  });

  test("reads the same numbers in every format", () => {
    const html =
      '<table data-figures="t" data-sums="a:s=x+y"><td data-cell="p&amp;a=x"><span aria-hidden="true">*</span><span class="govuk-visually-hidden">fewer</span></td></table>';
    const csv = "id,people,shown,row_of,column_of\np&a=x,*,few,,\n";
    const json = '{"tables":[{"rows":[{"all":{"id":"p&a=x","people":{"text":"*","shown":"few"}}}]}]}';
    for (const read of [readHtml(html), readCsv(csv), readJson(json)]) {
      expect(read.cells).toMatchObject([{ id: "p&a=x", text: "*" }]);
    }
    expect(readHtml(html).groups).toEqual([{ key: "a", code: "s", of: ["x", "y"] }]);
  });
});
