import { describe, expect, test } from "vitest";
import { comparedIn, completenessOf, rowOfCollection } from "~/features/equality/compare";
import { whoAnsweredFigures } from "~/features/equality/figures.server";
import { publishTables } from "~/features/figures/gate";
import { ORDINARY } from "~/features/figures/rules";
import { attack, readJson } from "../../support/attacker.mjs";
import { larkmereYear } from "../../support/equality";
import { textsOf } from "../../support/figures";

const LIVING = { white: 122_928, black: 54_372, asian: 28_368, mixed: 18_912, other: 11_820 };

describe("who answered in a year", () => {
  const year = larkmereYear();
  const input = whoAnsweredFigures(year);
  const { tables, withheld } = publishTables(input.tables);
  const tableOf = (id: string) => tables.find((table) => table.id === id);

  test("is published whole, with ethnic group by neighbourhood as it was worked out by hand", () => {
    expect(withheld).toEqual([]);
    const byPlace = tableOf("neighbourhood_by_ethnicity");
    expect(byPlace?.across?.headings.map(({ label }) => label).slice(0, 6)).toEqual([
      "White",
      "Mixed",
      "Asian",
      "Black",
      "Other",
      "Known",
    ]);
    expect(textsOf(byPlace).map((row) => row.slice(0, 6))).toEqual([
      ["150", "20", "25", "60", "15", "265"],
      ["120", "15", "25", "50", "10", "220"],
      ["90", "10", "10", "20", "*", "140"],
      ["140", "10", "20", "*", "10", "190"],
      ["105", "10", "10", "45", "*", "180"],
      ["10", "*", "*", "*", "*", "15"],
      ["612", "66", "98", "187", "49", "1,012"],
    ]);
    expect(textsOf(byPlace).at(-1)?.slice(5)).toEqual(["1,012", "118", "154", "1,284"]);
  });

  test("says who is over- and under-represented, and where nothing is clear", () => {
    const table = tableOf("ethnicity");
    if (!table) throw new Error("not published");
    const said = comparedIn(table, LIVING).map(({ label, share, against }) => {
      return [label, share.percent, share.interval, against?.ratio, against?.verdict];
    });
    expect(said).toEqual([
      ["White", 60, [57, 63], 1.16, "over"],
      ["Mixed", 7, [5, 8], 0.82, "not_clear"],
      ["Asian", 10, [8, 12], 0.81, "under"],
      ["Black", 18, [16, 21], 0.8, "under"],
      ["Other", 5, [4, 6], 0.97, "not_clear"],
    ]);
    const complete = completenessOf(table);
    expect([complete?.known, complete?.preferNot, complete?.none].map((share) => share?.percent)).toEqual([
      79, 9, 12,
    ]);
  });

  test("compares ages of 16 and over alone, and nothing that nobody has counted", () => {
    const table = tableOf("age");
    if (!table) throw new Error("not published");
    const ages = { "16_24": 1, "25_34": 1, "35_49": 1, "50_64": 1, "65_74": 1, "75_over": 1 };
    expect(comparedIn(table, ages).map(({ code }) => code)).not.toContain("under_16");
    expect(comparedIn(table, ages).every(({ against }) => against)).toBe(true);
    const { "75_over": _, ...fewer } = ages;
    expect(comparedIn(table, fewer).every(({ against }) => against === null)).toBe(true);
  });

  test("has a row for each survey, and puts small ones together", () => {
    const table = tableOf("collection_by_ethnicity");
    const row = table && rowOfCollection(table, "survey_experience-2025", LIVING);
    expect(row?.completeness.known).toMatchObject({ part: { value: 325 }, of: { value: 412 } });
    expect(row?.compared.find(({ code }) => code === "white")?.against?.verdict).toBe("over");
    expect(table && rowOfCollection(table, "survey_nothing", LIVING)).toBeNull();

    const few = (id: string, people: number) =>
      ["~sent", "ethnicity"].map((question) => ({
        collectionKind: "event" as const,
        collectionId: id,
        place: "",
        question,
        answer: question === "~sent" ? "" : "white",
        count: people,
      }));
    const told = (id: string) => ({ kind: "event" as const, id, slug: id, title: id, responses: 40 });
    const more = whoAnsweredFigures({
      ...year,
      collections: [...year.collections, told("a"), told("b"), told("unasked")],
      tallies: [...year.tallies, ...few("a", 12), ...few("b", 29)],
    });
    const headings = more.tables.find(({ id }) => id === "collection_by_ethnicity")?.down.headings ?? [];
    expect(headings.map(({ label }) => label).slice(4)).toEqual(["Smaller surveys and events"]);
    expect(more.tables[0]?.counts.flat().reduce((a, b) => a + b, 0)).toBe(1284 + 80);
  });

  test("is nothing before anybody has been asked", () => {
    expect(whoAnsweredFigures({ ...year, tallies: [] }).tables).toEqual([]);
  });

  test("gives nobody away, where numbers hidden one by one would", { timeout: 120_000 }, () => {
    const attacked = (published: typeof tables) => {
      const reading = readJson(JSON.stringify({ tables: published }));
      return attack([{ readings: [reading], rule: "nhs_1_7_r5", sensitive: false }]);
    };
    const found = attacked(tables);
    expect(found.isPossible).toBe(true);
    expect(found.stars).toBeGreaterThan(8);
    expect(found.recovered).toEqual([]);

    // Of two neighbourhoods alone, the total of Black people less those of the large one says who is left.
    const tallies = year.tallies.filter(({ place }) => ["canalside", "highdown"].includes(place));
    const thin = whoAnsweredFigures({ ...year, tallies }).tables;
    const nobody = () => ({ exposed: () => null, width: () => 7, with: nobody });
    const weak = publishTables(thin, ORDINARY, { audit: nobody as never });
    expect(attacked(weak.tables).recovered.length).toBeGreaterThan(0);
    expect(attacked(publishTables(thin).tables).recovered).toEqual([]);
  });
});
