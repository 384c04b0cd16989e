import { beforeEach, describe, expect, test } from "vitest";
import { populationFigures } from "~/db/tables/equality-population";
import { auditEvents } from "~/db/tables/platform";
import {
  importPopulation,
  readPopulation,
  writeTemplate,
} from "~/features/equality/import-population.server";
import { getLiving, listImports, listPopulation } from "~/features/equality/read-population.server";
import { createAccount } from "~/features/people/create-account.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff, later } from "../../support/factories";

let ctx: Ctx;
beforeEach(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const TOLD = { source: "Census 2021", sourceDate: "2021-03-21", licence: "OGL v3.0" };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string | Uint8Array, typed: unknown = TOLD) =>
  readPopulation(ctx, { bytes: typeof text === "string" ? bytes(text) : text, typed });

/** What a file would bring to an area, by code, and what it did not take. */
async function brought(text: string | Uint8Array, area = "X09000001") {
  const found = await read(text);
  if (!found.ok) throw new Error(JSON.stringify(found));
  const mine = found.read.figures.filter(({ areaCode }) => areaCode === area);
  const figures = Object.fromEntries(
    mine.map(({ topic, categoryCode, count }) => [`${topic} ${categoryCode}`, count]),
  );
  const refused = found.read.report
    .filter(({ taken }) => taken === null)
    .map(({ what, why }) => `${what}: ${why}`);
  return { figures, refused, bases: [...new Set(mine.map(({ base }) => base))] };
}

const TEMPLATE = `area_code,area_name,area_kind,topic,category_code,count,base,source,source_date,licence
X09000001,Larkmere,borough,ethnicity,white,520,1000,Estimate,2025-06-30,Open
X09000001,Larkmere,borough,ethnicity,black,480,1000,Estimate,2025-06-30,Open
X05000001,Canalside,neighbourhood,sex,female,60,100,Estimate,2025-06-30,Open
X05000001,Canalside,neighbourhood,sex,male,40,100,Estimate,2025-06-30,Open
`;

const GROUP = "Ethnic group: Asian, Asian British or Asian Welsh";
const BULK = `date,geography,geography code,Ethnic group: Total: All usual residents,"${GROUP}","${GROUP}: Bangladeshi","${GROUP}: Other Asian","Ethnic group: White","Ethnic group: White: English, Welsh, Scottish, Northern Irish or British","Ethnic group: White: Roma"
2021,Larkmere,X09000001,1000,300,200,100,700,650,50
2021,Elsewhere,X09000002,9,3,2,1,6,5,1
2021,Canalside,X05000001,100,30,20,10,70,65,5
`;

const SEX_AND_AGE = `date,geography,geography code,Sex: All persons; Age: Total; measures: Value,Sex: All persons; Age: Aged 15 years and under; measures: Value,Sex: All persons; Age: Aged 16 to 24 years; measures: Value,Sex: All persons; Age: Aged 25 to 34 years; measures: Value,Sex: All persons; Age: Aged 35 to 49 years; measures: Value,Sex: All persons; Age: Aged 50 to 64 years; measures: Value,Sex: All persons; Age: Aged 65 to 74 years; measures: Value,Sex: All persons; Age: Aged 75 years and over; measures: Value,Sex: Female; Age: Total; measures: Value,Sex: Female; Age: Aged 15 years and under; measures: Value,Sex: Male; Age: Total; measures: Value
2021,Larkmere,X09000001,700,100,110,120,130,90,80,70,400,50,300
`;

const API = `DATE,GEOGRAPHY_NAME,GEOGRAPHY_CODE,GEOGRAPHY_TYPE,C2021_DISAB_3_NAME,MEASURES_NAME,OBS_VALUE,OBS_STATUS,RECORD_OFFSET,RECORD_COUNT
2021,Larkmere,X09000001,local authorities,Total: All usual residents,Value,1000,A,0,6
2021,Larkmere,X09000001,local authorities,Disabled under the Equality Act,Value,140,A,1,6
2021,Larkmere,X09000001,local authorities,Not disabled under the Equality Act,Value,860,A,2,6
2021,Larkmere,X09000001,local authorities,Disabled under the Equality Act,Percent,14.0,A,3,6
2021,Larkmere,X09000001,local authorities,Not disabled under the Equality Act,Percent,86.0,A,4,6
2021,Nowhere,X09000009,local authorities,Disabled under the Equality Act,Value,1,A,5,6
`;

const QUERY = `"TS039 - Provision of unpaid care"
"ONS Crown Copyright Reserved [from Nomis on 21 November 2026]"

"Population","All usual residents aged 5 and over"
"Units","Persons"
"date","2021"

"local authority: district / unitary (as of April 2023)","mnemonic","Total: All usual residents aged 5 and over","Provides no unpaid care","Provides 19 hours or less unpaid care a week","Provides 19 hours or less unpaid care a week: Provides 9 hours or less unpaid care a week","Provides 19 hours or less unpaid care a week: Provides 10 to 19 hours unpaid care a week","Provides 20 or more hours unpaid care a week"
"Larkmere","X09000001","1,000","920","40","25","15","40"

"In order to protect against disclosure of personal information, records have been swapped."
`;

const UPRIGHT = `TS021 - Ethnic group
ONS Crown Copyright Reserved [from Nomis on 21 November 2026]
date,2021
Ethnic group,Larkmere,Elsewhere
Total: All usual residents,100,5
"Mixed or Multiple ethnic groups: White and Black Caribbean",40,1
"Other ethnic group: Arab",60,4
A footnote about this table,,
`;

const CUSTOM = `Lower tier local authorities Code,Lower tier local authorities,Religion (10 categories) Code,Religion (10 categories),Observation
X09000001,Larkmere,-8,Does not apply,0
X09000001,Larkmere,1,No religion,400
X09000001,Larkmere,2,Christian,350
X09000001,Larkmere,7,Muslim,200
X09000001,Larkmere,9,Not answered,50
`;

const AGES = `date,geography,geography code,Age: Total,Age: Aged 4 years and under,Age: Aged 5 to 14 years,Age: Aged 15 to 19 years,Age: Aged 20 years and over
2021,Larkmere,X09000001,100,10,20,10,60
`;

const SINGLE_YEARS = `geography code,Age: Aged under 1 year,${Array.from({ length: 99 }, (_, n) => `Age: Aged ${n + 1} year${n > 0 ? "s" : ""}`).join(",")},Age: Aged 100 years and over
X09000001,${Array.from({ length: 101 }, () => 2).join(",")}
`;

const LONG_SEX = `geography code;Sex: All persons;Sex: Female;Sex: Male;Sex: %
X09000001;10;6;4;60
`;

describe("a file of population figures", () => {
  test("in our template is taken line by line", async () => {
    expect(await brought(TEMPLATE)).toEqual({
      figures: { "ethnicity white": 520, "ethnicity black": 480 },
      refused: [],
      bases: [1000],
    });
    expect((await brought(TEMPLATE, "X05000001")).figures).toEqual({ "sex female": 60, "sex male": 40 });
  });

  test("in our template has each wrong line named", async () => {
    const line = (change: string) => `X09000001,Larkmere,borough,${change}`;
    const wrong = [
      line("shoes,white,1,2,E,2025-06-30,O"),
      line("ethnicity,purple,1,2,E,2025-06-30,O"),
      line("sex,male,3,2,E,2025-06-30,O"),
      line("sex,female,1.5,2,E,2025-06-30,O"),
      line("carer,yes,1,2,,2025-06-30,O"),
      line("carer,no,1,2,E,30 June,O"),
      line("ethnicity,white,5,9,E,2025-06-30,O"),
      "X09000077,Away,borough,sex,male,1,2,E,2025-06-30,O",
    ];
    const { figures, refused } = await brought(`${TEMPLATE}${wrong.join("\n")}`);
    expect(Object.keys(figures)).toHaveLength(2);
    expect(refused).toHaveLength(wrong.length);
    expect(refused.map((one) => one.split(": ").at(-1))).toEqual([
      "There is no topic “shoes”",
      "There is no “purple” in ethnicity",
      "Count and base have to be whole numbers, the base no smaller",
      "Count and base have to be whole numbers, the base no smaller",
      "Source, its day (such as 2021-03-21) and licence have to be there",
      "Source, its day (such as 2021-03-21) and licence have to be there",
      "Stands there twice",
      "Is about no area of ours",
    ]);
  });

  test("from Nomis in bulk is taken by columns, without totals, sub-totals and other areas", async () => {
    const { figures, refused, bases } = await brought(BULK);
    expect(figures).toEqual({
      "ethnicity asian_bangladeshi": 200,
      "ethnicity asian_another": 100,
      "ethnicity white_british": 650,
      "ethnicity white_roma": 50,
    });
    expect(bases).toEqual([1000]);
    expect(refused).toEqual(
      expect.arrayContaining([
        "Total: All usual residents: Is a total, which we add up ourselves",
        "Asian, Asian British or Asian Welsh: Is the sum of others, which we add up ourselves",
        "White: Is the sum of others, which we add up ourselves",
        ": Is about no area of ours",
      ]),
    );
    expect((await brought(BULK, "X05000001")).figures["ethnicity white_roma"]).toBe(5);
  });

  test("of two things at once gives both, from their totals", async () => {
    expect((await brought(SEX_AND_AGE)).figures).toEqual({
      "age under_16": 100,
      "age 16_24": 110,
      "age 25_34": 120,
      "age 35_49": 130,
      "age 50_64": 90,
      "age 65_74": 80,
      "age 75_over": 70,
      "sex female": 400,
      "sex male": 300,
    });
  });

  test("from the Nomis interface is taken by lines, and per cents are not people", async () => {
    const { figures, refused } = await brought(API);
    expect(figures).toEqual({ "disability yes": 140, "disability no": 860 });
    expect(refused).toContain("Disabled under the Equality Act: Is “Percent”, not a number of people");
  });

  test("from a query has lines above and below, which are named", async () => {
    const { figures, refused } = await brought(QUERY);
    expect(figures).toEqual({ "carer no": 920, "carer yes": 80 });
    expect(refused).toContain("TS039 - Provision of unpaid care: Stands above the table");
    expect(refused.some((one) => one.endsWith("Has no area code"))).toBe(true);
  });

  test("that stands upright has a column for each area", async () => {
    const { figures, refused } = await brought(UPRIGHT);
    expect(figures).toEqual({ "ethnicity mixed_white_black_caribbean": 40, "ethnicity other_arab": 60 });
    expect(refused).toContain("Elsewhere: Is about no area of ours");
  });

  test("of a custom dataset leaves out who was not asked and who did not answer", async () => {
    const { figures, refused, bases } = await brought(CUSTOM);
    expect(figures).toEqual({
      "religion no_religion": 400,
      "religion christian": 350,
      "religion muslim": 200,
    });
    expect(bases).toEqual([950]);
    expect(refused).toEqual([
      "Does not apply: Was not asked of these people",
      "Not answered: Did not answer, so they count on neither side",
    ]);
  });

  test("of ages that don’t fit our bands is refused, and single years fit", async () => {
    expect(await read(AGES)).toMatchObject({ ok: false, reason: "invalid" });
    expect((await brought(SINGLE_YEARS)).figures).toEqual({
      "age under_16": 32,
      "age 16_24": 18,
      "age 25_34": 20,
      "age 35_49": 30,
      "age 50_64": 30,
      "age 65_74": 20,
      "age 75_over": 52,
    });
  });

  test("may have the mark of UTF-8, be saved by an old Windows, and be parted by semicolons", async () => {
    expect((await brought(`\uFEFF${TEMPLATE}`)).figures).toHaveProperty("ethnicity white", 520);
    expect((await brought(LONG_SEX)).figures).toEqual({ "sex female": 6, "sex male": 4 });
    const old = TEMPLATE.replaceAll("Estimate", "Estim\u00e9");
    const windows = Uint8Array.from(old, (letter) => letter.charCodeAt(0));
    const found = await read(windows);
    expect(found.ok && found.read.figures[0]?.source).toBe("Estim\u00e9");
    expect((await brought(TEMPLATE.replaceAll("\n", "\r\n"))).refused).toEqual([]);
  });

  test("that is none, or says nothing of us, is refused in a sentence", async () => {
    for (const wrong of ["", "hello", "a,b,c\n1,2,3\n", '"', "\0\0\0", BULK.replaceAll("X0", "E0")]) {
      expect(await read(wrong)).toMatchObject({
        ok: false,
        fields: { file: [expect.stringMatching(/\w{4}/)] },
      });
    }
    expect(await read(BULK, {})).toMatchObject({ fields: { source: [expect.any(String)] } });
    expect(await read(new Uint8Array(4_000_001))).toMatchObject({ ok: false });
  });
});

describe("taking figures in", () => {
  /** An analyst whose account is really there. */
  const analyst = async (): Promise<Ctx> => {
    const made = await createAccount(ctx, { name: "Yusuf Karim", email: "yusuf@example.org" });
    if (!made.ok) throw new Error(JSON.stringify(made));
    const grants = [{ role: "analyst" as const, scopeKind: "borough" as const, scopeId: null }];
    return { ...ctx, actor: { kind: "account", id: made.id, name: "Yusuf Karim", grants } };
  };
  const take = async (text: string, by: Ctx) => {
    const found = await read(text);
    if (!found.ok) throw new Error(JSON.stringify(found));
    return importPopulation(by, { template: found.read.template });
  };

  test("replaces what counts for the same area and topic alone, and keeps what counted before", async () => {
    const yusuf = await analyst();
    expect(await take(TEMPLATE, yusuf)).toEqual({ ok: true, figures: 4 });
    expect(await take(BULK, later(yusuf, 2))).toEqual({ ok: true, figures: 8 });
    const now = (await listPopulation(ctx)).map(({ areaCode, topic }) => `${areaCode} ${topic}`);
    expect([...new Set(now)].sort()).toEqual(["X05000001 ethnicity", "X05000001 sex", "X09000001 ethnicity"]);
    expect(await ctx.db.$count(populationFigures)).toBe(12);
    const { of, sources } = await getLiving(ctx);
    expect(of.ethnicity).toEqual({ asian: 300, white: 700 });
    expect(sources.ethnicity?.source).toBe("Census 2021");
    expect((await listImports(ctx)).map(({ figures, by }) => [figures, by])).toEqual([
      [8, "Yusuf Karim"],
      [4, "Yusuf Karim"],
    ]);
    const acts = (await ctx.db.select().from(auditEvents)).map(({ act }) => act);
    expect(acts.filter((act) => act === "equality.population_imported")).toHaveLength(2);
  });

  test("is for those who publish, and reads again what it is given", async () => {
    for (const who of [asAnyone(ctx), asStaff(ctx, "team_member")]) {
      expect(await take(TEMPLATE, who)).toMatchObject({ reason: "not_allowed" });
    }
    expect(await importPopulation(asStaff(ctx), { template: "x,y" })).toMatchObject({ reason: "invalid" });
  });

  test("begins with a template that can be read back", async () => {
    const template = await writeTemplate(ctx);
    expect(template.split("\n")[0]).toBe(TEMPLATE.split("\n")[0]);
    expect(template).toContain("X05000002,Highdown,neighbourhood");
    expect((await read(template)).ok).toBe(true);
  });
});
