import { asc } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { auditEvents } from "~/db/tables/platform";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { findNeighbourhood, listNeighbourhoods } from "~/features/places/read.server";
import { standingOf } from "~/features/places/rules";
import type { Ctx } from "~/platform/context.server";
import { aHouse, asAnyone, asStaff } from "../../support/factories";

let house: Ctx;
beforeAll(async () => {
  house = await aHouse();
});

const riverside = {
  slug: "riverside",
  name: "Riverside",
  externalCode: "X05000009",
  basis: "assets",
  status: "shadow",
  population: "41000",
  populationSource: "Invented",
  populationDay: "2026-06-30",
  palette: "teal",
  seed: 7,
  summary: "Boats and allotments.",
  description: "Along the river.",
  happening: ["A swing band meets in the boathouse."],
  aliases: ["The Wharves"],
  outline: [
    [0, 0],
    [1, 0],
    [1, 1],
  ],
};

test("a neighbourhood is added last, with what was typed tidied, and found by its other names", async () => {
  const first = await addNeighbourhood(house, { typed: riverside });
  const second = await addNeighbourhood(house, {
    typed: { ...riverside, slug: "uplands", name: "  The   Uplands ", aliases: [] },
  });
  expect([first.ok, second.ok]).toEqual([true, true]);

  const list = await listNeighbourhoods(house);
  expect(list.map((one) => one.name)).toEqual(["Riverside", "The Uplands"]);
  expect(list[0]).toMatchObject({ population: 41_000, aliases: ["The Wharves"], outline: riverside.outline });

  const [found] = await findByWords(house.db, "wharf boathouse");
  expect(found).toBeUndefined();
  expect(await findByWords(house.db, "wharves")).toMatchObject([
    { kind: "neighbourhood", title: "Riverside", path: "/neighbourhoods/riverside" },
  ]);
  const trail = await house.db.select().from(auditEvents).orderBy(asc(auditEvents.id));
  expect(trail.map((row) => row.act)).toEqual(["places.neighbourhood_added", "places.neighbourhood_added"]);
});

test("a slug that is in use is refused and nothing is kept", async () => {
  const again = await addNeighbourhood(house, { typed: { ...riverside, name: "Other" } });
  expect(again).toMatchObject({ ok: false, reason: "taken", fields: { slug: [expect.any(String)] } });
  expect((await findNeighbourhood(house, "riverside"))?.name).toBe("Riverside");
});

test("what is missing or wrong is said beside each field", async () => {
  const typed = { ...riverside, slug: "Print", name: " ", population: "", basis: "feeling" };
  const answer = await addNeighbourhood(house, { typed });
  expect(answer).toMatchObject({ ok: false, reason: "invalid" });
  if (answer.ok) return;
  expect(Object.keys(answer.fields ?? {}).sort()).toEqual(["basis", "name", "population", "slug"]);
  const reserved = await addNeighbourhood(house, { typed: { ...riverside, slug: "print" } });
  expect(reserved).toMatchObject({ ok: false, fields: { slug: [expect.stringContaining("kept for")] } });
});

test("only people who keep the borough's places may add one", async () => {
  for (const ctx of [
    asStaff(house, "analyst"),
    asStaff(house, "neighbourhood_lead", "elsewhere"),
    asAnyone(house),
  ]) {
    const answer = await addNeighbourhood(ctx, { typed: { ...riverside, slug: "new-place" } });
    expect(answer).toMatchObject({ ok: false, reason: "not_allowed" });
  }
});

test("the size of one warns and never stops", async () => {
  const big = await addNeighbourhood(asStaff(house), {
    typed: { ...riverside, slug: "big", population: 900_000 },
  });
  expect(big).toMatchObject({ ok: true });
  const band = { bandLow: 30_000, bandHigh: 50_000 };
  expect([29_999, 30_000, 50_000, 50_001].map((people) => standingOf(people, band))).toEqual([
    "below",
    "within",
    "within",
    "above",
  ]);
});

test("staff give a name only, and the address comes from it", async () => {
  const { slug: _none, ...typed } = riverside;
  const first = await addNeighbourhood(asStaff(house), { typed: { ...typed, name: "St Ælla’s Green" } });
  const second = await addNeighbourhood(asStaff(house), { typed: { ...typed, name: "St Ælla’s Green" } });
  expect([first, second]).toMatchObject([{ slug: "st-llas-green" }, { slug: "st-llas-green-2" }]);
});
