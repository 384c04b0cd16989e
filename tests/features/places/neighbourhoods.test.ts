import { asc } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { auditEvents } from "~/db/tables/platform";
import { editNeighbourhood } from "~/features/places/edit-neighbourhood.server";
import {
  findNeighbourhood,
  findNeighbourhoodByPostcode,
  listNeighbourhoods,
} from "~/features/places/read.server";
import { getHistory } from "~/features/places/read-history.server";
import { rebuildPlacesSearch } from "~/features/places/rebuild-search.server";
import { recordBoundaryChange } from "~/features/places/record-boundary-change.server";
import { retireNeighbourhood } from "~/features/places/retire-neighbourhood.server";
import { setPostcodeSectors } from "~/features/places/set-postcode-sectors.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asAnyone, asStaff, CANALSIDE, HIGHDOWN } from "../../support/factories";
import { aNeighbourhood, neighbourhoodTyped } from "./support";

let house: Ctx;
let desk: Ctx;
beforeEach(async () => {
  house = await aHouse();
  await aBorough(house);
  desk = asStaff(house);
});

const acts = async () =>
  (await house.db.select().from(auditEvents).orderBy(asc(auditEvents.id))).map((row) => row.act);
const of = async (postcode: string) => (await findNeighbourhoodByPostcode(house, postcode))?.slug;

test("its words change, its address does not, and it is found by its new names", async () => {
  const typed = neighbourhoodTyped({
    name: "Canalside and Wharf",
    aliases: "Gasworks\nThe Basin",
    population: "60000",
  });
  expect(await editNeighbourhood(desk, { slug: "canalside", typed })).toEqual({ ok: true });
  const one = await findNeighbourhood(house, "canalside");
  expect(one).toMatchObject({
    name: "Canalside and Wharf",
    aliases: ["Gasworks", "The Basin"],
    population: 60_000,
  });
  expect(await findByWords(house.db, "gasworks")).toMatchObject([{ path: "/neighbourhoods/canalside" }]);
  expect(await acts()).toEqual(["places.neighbourhood_edited"]);
});

test("a lead changes their own neighbourhood and no other", async () => {
  const lead = asStaff(house, "neighbourhood_lead", CANALSIDE);
  const typed = neighbourhoodTyped();
  expect(await editNeighbourhood(lead, { slug: "canalside", typed })).toEqual({ ok: true });
  for (const [ctx, slug] of [
    [lead, "highdown"],
    [asStaff(house, "team_member"), "canalside"],
    [asStaff(house, "analyst"), "canalside"],
    [asAnyone(house), "canalside"],
  ] as const) {
    expect(await editNeighbourhood(ctx, { slug, typed })).toMatchObject({ reason: "not_allowed" });
  }
  expect((await findNeighbourhood(house, "highdown"))?.name).toBe("Highdown");
});

test("nobody retires one by its form, and a typing mistake changes nothing", async () => {
  const retired = neighbourhoodTyped({ status: "retired" });
  expect(await editNeighbourhood(desk, { slug: "canalside", typed: retired })).toMatchObject({
    fields: { status: [expect.any(String)] },
  });
  const wrong = neighbourhoodTyped({ population: "lots", populationDay: "2026-02-30", summary: "" });
  const answer = await editNeighbourhood(desk, { slug: "canalside", typed: wrong });
  expect(Object.keys((!answer.ok && answer.fields) || {}).sort()).toEqual([
    "population",
    "populationDay",
    "summary",
  ]);
  expect(await editNeighbourhood(desk, { slug: "atlantis", typed: neighbourhoodTyped() })).toMatchObject({
    reason: "missing",
  });
  expect(await acts()).toEqual([]);
});

const moved = (change: Record<string, unknown> = {}) => ({
  to: "highdown",
  day: "2025-10-06",
  words: "The streets by the lock moved, because their school is there.",
  decidedBy: "Neighbourhood board",
  sectors: "LK1 4",
  ...change,
});

test("a part that moved takes its postcodes along, and both sides tell of it", async () => {
  expect(await of("LK1 4AB")).toBe("canalside");
  expect(await recordBoundaryChange(desk, { slug: "canalside", typed: moved() })).toMatchObject({ ok: true });
  expect(await of("LK1 4AB")).toBe("highdown");
  for (const id of [CANALSIDE, HIGHDOWN]) {
    const { changes } = await getHistory(house, id);
    expect(changes).toMatchObject([
      { day: "2025-10-06", from: { name: "Canalside" }, to: { name: "Highdown" }, sectors: ["LK1 4"] },
    ]);
  }
  expect(await acts()).toEqual(["places.boundary_changed"]);
});

test("a change to come, to nowhere, or of postcodes that lie elsewhere is refused and moves nothing", async () => {
  for (const [change, field] of [
    [{ day: "2026-06-02" }, "day"],
    [{ to: "canalside" }, "to"],
    [{ to: "atlantis" }, "to"],
    [{ sectors: "LK1 4\nLK9 9" }, "sectors"],
    [{ sectors: "LK14" }, "sectors"],
    [{ words: " " }, "words"],
  ] as const) {
    const answer = await recordBoundaryChange(desk, { slug: "canalside", typed: moved(change) });
    expect(answer).toMatchObject({ ok: false, reason: "invalid", fields: { [field]: [expect.any(String)] } });
  }
  const lead = asStaff(house, "neighbourhood_lead", CANALSIDE);
  expect(await recordBoundaryChange(lead, { slug: "canalside", typed: moved() })).toMatchObject({
    reason: "not_allowed",
  });
  expect(await of("LK1 4AB")).toBe("canalside");
  expect((await getHistory(house, CANALSIDE)).changes).toEqual([]);
});

test("one that is retired leads to what came after it, and is chosen no more", async () => {
  const typed = { successors: ["highdown"] };
  expect(await retireNeighbourhood(desk, { slug: "canalside", typed })).toMatchObject({
    reason: "postcodes",
  });
  await setPostcodeSectors(house, { typed: { "LK1 4": "highdown" } });
  const docks = await aNeighbourhood(house, "Docks");
  await rebuildPlacesSearch(house);
  expect(
    await retireNeighbourhood(desk, { slug: "canalside", typed: { successors: ["highdown", "docks"] } }),
  ).toEqual({
    ok: true,
  });
  expect((await listNeighbourhoods(house)).map((one) => one.slug)).toEqual(["highdown", "docks"]);
  expect(await findNeighbourhood(house, "canalside")).toMatchObject({
    status: "retired",
    retiredDay: "2026-06-01",
  });
  expect((await getHistory(house, CANALSIDE)).after.map((one) => one.slug).sort()).toEqual([
    "docks",
    "highdown",
  ]);
  expect((await getHistory(house, docks)).before).toMatchObject([{ slug: "canalside", name: "Canalside" }]);
  const byOldName = await findByWords(house.db, "canalside", { kind: "neighbourhood" });
  expect(byOldName.map((one) => one.title).sort()).toEqual(["Docks", "Highdown"]);
  expect(await retireNeighbourhood(desk, { slug: "canalside", typed })).toMatchObject({ reason: "already" });
  expect(
    await recordBoundaryChange(desk, { slug: "highdown", typed: moved({ to: "canalside" }) }),
  ).toMatchObject({
    fields: { to: [expect.any(String)] },
  });
});

test("a successor that is not there retires nothing", async () => {
  await setPostcodeSectors(house, { typed: {} });
  for (const successors of [["atlantis"], ["canalside"]]) {
    expect(await retireNeighbourhood(desk, { slug: "canalside", typed: { successors } })).toMatchObject({
      reason: "invalid",
    });
  }
  const lead = asStaff(house, "neighbourhood_lead", CANALSIDE);
  expect(await retireNeighbourhood(lead, { slug: "canalside", typed: {} })).toMatchObject({
    reason: "not_allowed",
  });
  expect((await findNeighbourhood(house, "canalside"))?.status).toBe("shadow");
});
