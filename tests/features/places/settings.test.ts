import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { logos } from "~/db/tables/places";
import { auditEvents } from "~/db/tables/platform";
import { chooseColours } from "~/features/places/choose-colours.server";
import { contrastOf, problemsOf, shadesOf, sheetOf } from "~/features/places/colours";
import { editBorough } from "~/features/places/edit-borough.server";
import { PERIODS, periodsOf } from "~/features/places/periods";
import { putLogo } from "~/features/places/put-logo.server";
import { findLogo, getBorough, getPeriods } from "~/features/places/read.server";
import { setPeriods } from "~/features/places/set-periods.server";
import { takeLogo } from "~/features/places/take-logo.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asStaff } from "../../support/factories";
import { png } from "../../support/png";

let house: Ctx;
let admin: Ctx;
beforeEach(async () => {
  house = await aHouse();
  await aBorough(house);
  admin = asStaff(house, "admin");
});

const typed = {
  name: "Larkmere",
  council: "Larkmere Borough Council",
  programme: "Closer to Home",
  tagline: "Health and care near you",
  gssCode: "X09000001",
  population: "236400",
  populationSource: "Demo estimate 2026",
  populationDay: "2026-06-30",
  bandLow: "20000",
  bandHigh: "60000",
  phone: "020 7946 0199",
  textNumber: "07700 900 123",
  email: "hello@example.org",
  address: "1 Market Square",
  hours: "9am to 5pm",
  safeguardingAdults: "020 7946 0150",
  safeguardingChildren: "020 7946 0155",
};

test("an administrator changes whom to ring and the band; nobody else does", async () => {
  for (const role of ["programme_lead", "engagement_lead", "data_protection"] as const) {
    expect(await editBorough(asStaff(house, role), { typed })).toMatchObject({ reason: "not_allowed" });
  }
  expect(await getBorough(house)).toMatchObject({ bandLow: 30_000, bandHigh: 50_000 });
  expect(await editBorough(admin, { typed })).toEqual({ ok: true });
  expect(await getBorough(house)).toMatchObject({
    council: "Larkmere Borough Council",
    bandHigh: 60_000,
    contacts: { phone: "020 7946 0199" },
  });
  expect(await editBorough(admin, { typed: { ...typed, bandLow: "60001" } })).toMatchObject({
    fields: { bandHigh: ["The most must not be below the fewest"] },
  });
});

describe("how long things are kept", () => {
  const now = () =>
    Object.fromEntries(PERIODS.map(({ name }) => [name, String(periodsOf(null)[name])])) as Record<
      string,
      string
    >;

  test("is set by who answers for people's data, within bounds, and shorter only by somebody who knows", async () => {
    const longer = { ...now(), accessNeedsDays: "21" };
    for (const role of ["programme_lead", "engagement_lead", "analyst"] as const) {
      expect(await setPeriods(asStaff(house, role), { typed: longer })).toMatchObject({
        reason: "not_allowed",
      });
    }
    expect(await setPeriods(asStaff(house, "data_protection"), { typed: longer })).toEqual({ ok: true });
    expect(await getPeriods(house)).toEqual({ ...periodsOf(null), accessNeedsDays: 21 });
    const shorter = { ...longer, wordsMonths: "12" };
    expect(await setPeriods(admin, { typed: shorter })).toMatchObject({
      fields: { sure: [expect.any(String)] },
    });
    expect((await getPeriods(house)).wordsMonths).toBe(24);
    expect(await setPeriods(admin, { typed: { ...shorter, sure: "yes" } })).toEqual({ ok: true });
    expect((await getPeriods(house)).wordsMonths).toBe(12);
    const rows = await house.db.select().from(auditEvents).orderBy(asc(auditEvents.id));
    expect(rows.at(-1)).toMatchObject({ act: "places.periods_set" });
    expect(JSON.stringify(rows.at(-1))).toContain("wordsMonths_was");
  });

  test("outside of its bounds, or not a number, is refused in words, and nothing changes", async () => {
    for (const { name, least, most } of PERIODS) {
      for (const wrong of [String(least - 1), String(most + 1), "", "-5", "1.5", "ten"]) {
        const typed = { ...now(), [name]: wrong, sure: "yes" };
        expect(await setPeriods(admin, { typed })).toMatchObject({
          fields: { [name]: [expect.stringContaining(`from ${least} to ${most}`)] },
        });
      }
    }
    expect(await getPeriods(house)).toEqual(periodsOf(null));
  });
});

describe("colours", () => {
  test("contrast is what WCAG says it is", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrastOf("#0e4a3c", "#0e4a3c")).toBe(1);
  });

  test("ones that can be read are taken, and taken back", async () => {
    expect(await chooseColours(admin, { typed: { main: "14507D", accent: "#FFB81F" } })).toEqual({
      ok: true,
    });
    expect((await getBorough(house)).colours).toEqual({ main: "#14507d", accent: "#ffb81f" });
    expect(await chooseColours(admin, { typed: null })).toEqual({ ok: true });
    expect((await getBorough(house)).colours).toBeNull();
    const acts = await house.db.select().from(auditEvents).orderBy(asc(auditEvents.id));
    expect(acts.map((row) => row.act)).toEqual(["places.colours_chosen", "places.colours_chosen"]);
  });

  test("ones that cannot be read are refused in a plain sentence, and nothing changes", async () => {
    for (const [main, accent, field, words] of [
      ["#8fd6cf", "#ffb81f", "main", "too light"],
      ["#0e4a3c", "#5b2f73", "accent", "too dark"],
      ["0e4a3", "#ffb81f", "main", "six digits or letters"],
      ["red;}body{display:none", "#ffb81f", "main", "six digits or letters"],
    ] as const) {
      const answer = await chooseColours(admin, { typed: { main, accent } });
      expect(answer).toMatchObject({ fields: { [field]: [expect.stringContaining(words)] } });
    }
    expect(
      await chooseColours(asStaff(house), { typed: { main: "#14507d", accent: "#ffb81f" } }),
    ).toMatchObject({
      reason: "not_allowed",
    });
    expect((await getBorough(house)).colours).toBeNull();
  });

  test("the site's own colours would be taken", () => {
    expect(problemsOf({ main: "#0e4a3c", accent: "#ffb81f" })).toEqual([]);
  });

  test("whatever is taken, words keep their contrast on every ground that follows from it", () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    let taken = 0;
    fc.assert(
      fc.property(hex, hex, (main, accent) => {
        if (problemsOf({ main, accent }).length > 0) return;
        taken += 1;
        const shades = shadesOf({ main, accent });
        const pairs = [
          ["#ffffff", shades["--brand"]],
          ["#ffffff", shades["--brand-deep"]],
          [shades["--link"], shades["--mint"]],
          [shades["--brand-deep"], shades["--mint-2"]],
          [shades["--sun-soft"], shades["--brand-deep"]],
          ["#17241f", shades["--sun"]],
          ["#17241f", shades["--mint-2"]],
        ] as const;
        for (const [words, ground] of pairs) expect(contrastOf(words, ground)).toBeGreaterThanOrEqual(4.5);
        expect(sheetOf({ main, accent })).toMatch(/^:root\{(--[a-z0-9-]+:#[0-9a-f]{6};?)+\}\n$/);
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

describe("the logo", () => {
  test("a PNG is kept as its picture alone, with words for it, and taken away again", async () => {
    const file = png(240, 80, [
      ["tEXt", "Author\0Somebody"],
      ["eXIf", "where it was taken"],
    ]);
    expect(await putLogo(admin, { typed: { alt: "Larkmere Council" }, file })).toEqual({ ok: true });
    const { logo } = await getBorough(house);
    expect(logo).toMatchObject({ alt: "Larkmere Council", width: 240, height: 80 });
    const kept = await findLogo(house, logo?.id ?? "");
    expect(kept?.equals(png(240, 80))).toBe(true);

    expect(await putLogo(admin, { typed: { alt: "The council’s mark" }, file: null })).toEqual({ ok: true });
    expect((await getBorough(house)).logo).toEqual({ ...logo, alt: "The council’s mark" });
    expect(await putLogo(admin, { typed: { alt: "Another" }, file: png(100, 100) })).toEqual({ ok: true });
    expect(await findLogo(house, logo?.id ?? "")).toBeNull();
    expect(await house.db.select().from(logos)).toHaveLength(1);

    expect(await takeLogo(asStaff(house))).toMatchObject({ reason: "not_allowed" });
    expect(await takeLogo(admin)).toEqual({ ok: true });
    expect((await getBorough(house)).logo).toBeNull();
    expect(await house.db.select().from(logos)).toEqual([]);
    const [one] = await house.db.select().from(auditEvents).where(eq(auditEvents.act, "places.logo_taken"));
    expect(one).toBeDefined();
  });

  test("what is no picture, too large or without words is refused and nothing is kept", async () => {
    const broken = Buffer.from(png());
    broken.writeUInt8(broken.readUInt8(60) ^ 1, 60);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    for (const [file, alt, field, words] of [
      [svg, "Mark", "file", "not a PNG"],
      [Buffer.alloc(0), "Mark", "file", "not a PNG"],
      [broken, "Mark", "file", "cannot be opened"],
      [png().subarray(0, -20), "Mark", "file", "cannot be opened"],
      [png(1601, 20), "Mark", "file", "1600 by 800"],
      [Buffer.concat([png(), Buffer.alloc(150 * 1024)]), "Mark", "file", "150 KB"],
      [png(), " ", "alt", "what the logo shows"],
      [null, "Mark", "file", "Choose a PNG"],
    ] as const) {
      const answer = await putLogo(admin, { typed: { alt }, file });
      expect(answer).toMatchObject({ ok: false, fields: { [field]: [expect.stringContaining(words)] } });
    }
    expect(await putLogo(asStaff(house), { typed: { alt: "Mark" }, file: png() })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await house.db.select().from(logos)).toEqual([]);
  });
});
