import { beforeEach, describe, expect, test } from "vitest";
import { importPopulation } from "~/features/equality/import-population.server";
import { keepEquality } from "~/features/equality/keep-equality.server";
import { asTemplate } from "~/features/equality/population-file";
import { publishWhoAnswered } from "~/features/equality/publish-who-answered.server";
import {
  findCollectionRow,
  findWhoAnswered,
  listPublishedYears,
  listYears,
  previewWhoAnswered,
} from "~/features/equality/read-who-answered.server";
import type { CollectionTold } from "~/features/equality/rules";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff, at, later } from "../../support/factories";

const YEAR = "2025-26";
const SURVEY: CollectionTold = { kind: "survey", id: "s1", slug: "hall", title: "The hall", responses: 200 };
const EMPTY: CollectionTold = { kind: "event", id: "e1", slug: "tea", title: "Tea", responses: 30 };
const collections = [SURVEY, EMPTY];

let ctx: Ctx;
beforeEach(async () => {
  ctx = { ...(await aHouse()), now: at("2026-03-05T10:00") };
  await aBorough(ctx);
});

const people = (ethnicity: string, count: number) =>
  keepEquality(
    ctx,
    SURVEY,
    Array.from({ length: count }, (_, n) => ({
      place: n % 2 === 0 ? "canalside" : "highdown",
      answers: { ethnicity, background: "none", age: "35_49", sex: n % 3 === 0 ? "male" : "female" },
    })),
  );
const publish = (by: Ctx = asStaff(ctx, "analyst")) => publishWhoAnswered(by, { year: YEAR, collections });

describe("who answered in a year", () => {
  test("is published by those who may, once somebody has been asked", async () => {
    expect(await publish()).toMatchObject({ reason: "nothing" });
    await people("white", 90);
    for (const role of ["team_member", "neighbourhood_lead", "evaluator"] as const) {
      expect(await publish(asStaff(ctx, role))).toMatchObject({ reason: "not_allowed" });
    }
    expect(await publish(asAnyone(ctx))).toMatchObject({ reason: "not_allowed" });
    expect(await publishWhoAnswered(ctx, { year: "last year", collections })).toMatchObject({
      reason: "missing",
    });
    expect(await listPublishedYears(ctx)).toEqual([]);
    expect(await publish()).toEqual({ ok: true, outcome: "new" });
    expect(await listPublishedYears(ctx)).toEqual([YEAR]);
    expect((await listYears(ctx))[0]).toMatchObject({ year: YEAR, isOver: false, edition: { number: 1 } });
  });

  test("is seen beforehand as it would be, and stands when nothing or little has changed", async () => {
    await people("white", 90);
    await people("black", 60);
    const before = await previewWhoAnswered(ctx, { year: YEAR, collections });
    expect(before).toMatchObject({ kind: "new", withheld: [] });
    await publish();
    expect(await previewWhoAnswered(ctx, { year: YEAR, collections })).toMatchObject({ kind: "same" });
    expect(await publish()).toEqual({ ok: true, outcome: "same" });
    const told = { year: YEAR, collections: [{ ...SURVEY, responses: 203 }, EMPTY] };
    expect(await publishWhoAnswered(ctx, told)).toEqual({ ok: true, outcome: "held" });
    expect(await previewWhoAnswered(ctx, { year: "2024-25", collections: [] })).toEqual({ kind: "nothing" });
  });

  test("stands beside who lives here as soon as that is known, for all and for one survey", async () => {
    await people("white", 120);
    await people("black", 20);
    await publish();
    const unknown = await findWhoAnswered(asAnyone(ctx), YEAR);
    expect(unknown?.sections.find(({ key }) => key === "ethnicity")?.source).toBeNull();
    const lines = Object.entries({ white: 50, mixed: 5, asian: 5, black: 35, other: 5 }).map(
      ([code, count]) => ({
        area_code: "X09000001",
        area_name: "Larkmere",
        area_kind: "borough",
        topic: "ethnicity",
        category_code: code,
        count,
        base: 100,
        source: "Estimate",
        source_date: "2025-06-30",
        licence: "Open",
      }),
    );
    expect((await importPopulation(ctx, { template: asTemplate(lines) })).ok).toBe(true);
    const known = await findWhoAnswered(asAnyone(ctx), YEAR);
    const said = known?.sections.find(({ key }) => key === "ethnicity");
    expect(said?.source?.source).toBe("Estimate");
    const verdicts = said?.compared.map(({ code, against }) => [code, against?.verdict]);
    expect(verdicts).toEqual([
      ["white", "over"],
      ["mixed", "under"],
      ["asian", "under"],
      ["black", "under"],
      ["other", "under"],
    ]);
    // The factories give both neighbourhoods people, so where they live can be compared too.
    expect(known?.homes.map(({ code }) => code)).toEqual(["canalside", "highdown"]);
    const row = await findCollectionRow(ctx, { kind: "survey", slug: "hall", year: YEAR });
    expect(row?.compared.find(({ code }) => code === "black")?.against?.verdict).toBe("under");
    expect(row?.completeness.none).toMatchObject({ percent: 30 });
    expect(await findCollectionRow(ctx, { kind: "event", slug: "tea", year: YEAR })).toBeNull();
    expect(await findCollectionRow(ctx, { kind: "survey", slug: "hall", year: "2024-25" })).toBeNull();
  });

  test("gets a next edition when enough people have come", async () => {
    await people("white", 90);
    await publish();
    ctx = later(ctx, 200);
    await people("white", 20);
    const told = { year: YEAR, collections: [{ ...SURVEY, responses: 220 }, EMPTY] };
    expect(await publishWhoAnswered(ctx, told)).toEqual({ ok: true, outcome: "new" });
    expect((await findWhoAnswered(ctx, YEAR))?.figures.number).toBe(2);
  });
});
