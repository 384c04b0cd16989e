import { beforeEach, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { addService } from "~/features/places/add-service.server";
import { addVenue } from "~/features/places/add-venue.server";
import { coverArea } from "~/features/places/cover-area.server";
import { editService } from "~/features/places/edit-service.server";
import { editVenue } from "~/features/places/edit-venue.server";
import { endCoverage } from "~/features/places/end-coverage.server";
import { findVenue, listVenues } from "~/features/places/read.server";
import { listAreasOf, listServicesFor, listVenuesIn } from "~/features/places/read-services.server";
import { retire } from "~/features/places/retire.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asStaff, CANALSIDE, HIGHDOWN, later } from "../../support/factories";

let house: Ctx;
let desk: Ctx;
let nurses = "";
beforeEach(async () => {
  house = await aHouse();
  await aBorough(house);
  desk = asStaff(house);
  const added = await addService(desk, { typed: serviceTyped() });
  nurses = added.ok ? added.id : expect.fail(JSON.stringify(added));
});

const serviceTyped = (change: Record<string, unknown> = {}) => ({
  name: "District nurses",
  organisation: "canal-bridges",
  summary: "Nurses who come to you at home.",
  reach: "Ring 020 7946 0140",
  website: "",
  ...change,
});
const cover = (ctx: Ctx, neighbourhood: string, fromDay: string) =>
  coverArea(ctx, { slug: "district-nurses", typed: { neighbourhood, fromDay } });
const namesIn = async (id: string, ctx = house) =>
  (await listServicesFor(ctx, id)).map((one) => one.service.name);

test("a service covers an area from its first day to its last", async () => {
  expect(await cover(desk, "canalside", "2026-06-02")).toMatchObject({ ok: true });
  expect(await namesIn(CANALSIDE)).toEqual([]);
  expect(await namesIn(CANALSIDE, later(house, 24))).toEqual(["District nurses"]);
  expect(await namesIn(HIGHDOWN, later(house, 24))).toEqual([]);

  const [area] = await listAreasOf(house, nurses);
  const end = (lastDay: string, id = area?.id) =>
    endCoverage(desk, { slug: "district-nurses", typed: { area: id, lastDay } });
  expect(await end("2026-06-01")).toMatchObject({ fields: { lastDay: [expect.any(String)] } });
  expect(await end("2026-06-30", "018f0000-0000-7000-8000-0000000000ff")).toMatchObject({
    reason: "missing",
  });
  expect(await end("2026-06-30")).toEqual({ ok: true });
  expect(await namesIn(CANALSIDE, later(house, 24 * 29))).toEqual(["District nurses"]);
  expect(await namesIn(CANALSIDE, later(house, 24 * 30))).toEqual([]);
  expect(await cover(desk, "canalside", "2026-06-30")).toMatchObject({ reason: "invalid" });
  expect(await cover(desk, "canalside", "2026-07-01")).toMatchObject({ ok: true });
  expect(await listAreasOf(house, nurses)).toMatchObject([
    { place: "Canalside", fromDay: "2026-07-01", toDay: null },
    { place: "Canalside", fromDay: "2026-06-02", toDay: "2026-06-30" },
  ]);
});

test("one for the whole borough covers every neighbourhood, and none of them twice", async () => {
  expect(await cover(desk, "", "2026-01-01")).toMatchObject({ ok: true });
  expect([await namesIn(CANALSIDE), await namesIn(HIGHDOWN)]).toEqual([
    ["District nurses"],
    ["District nurses"],
  ]);
  expect(await cover(desk, "highdown", "2026-02-01")).toMatchObject({
    fields: { neighbourhood: [expect.stringContaining("covers this area")] },
  });
});

test("a lead says it for their own neighbourhood alone", async () => {
  const lead = asStaff(house, "neighbourhood_lead", CANALSIDE);
  expect(await cover(lead, "highdown", "2026-01-01")).toMatchObject({ reason: "not_allowed" });
  expect(await cover(lead, "", "2026-01-01")).toMatchObject({ reason: "not_allowed" });
  expect(await cover(lead, "canalside", "2026-01-01")).toMatchObject({ ok: true });
  expect(await addService(lead, { typed: serviceTyped() })).toMatchObject({ reason: "not_allowed" });
  expect(await editService(lead, { slug: "district-nurses", typed: serviceTyped() })).toMatchObject({
    reason: "not_allowed",
  });
});

test("its words change; run by nobody it is refused", async () => {
  const slug = "district-nurses";
  expect(await editService(desk, { slug, typed: serviceTyped({ name: "Home nurses" }) })).toEqual({
    ok: true,
  });
  await cover(desk, "canalside", "2026-01-01");
  expect(await namesIn(CANALSIDE)).toEqual(["Home nurses"]);
  for (const organisation of ["", "atlantis"]) {
    expect(await editService(desk, { slug, typed: serviceTyped({ organisation }) })).toMatchObject({
      fields: { organisation: ["Choose who runs it"] },
    });
  }
});

test("one that is retired covers nothing until it is brought back", async () => {
  await cover(desk, "canalside", "2026-01-01");
  const what = { kind: "service", slug: "district-nurses" } as const;
  expect(await retire(asStaff(house, "analyst"), what)).toMatchObject({ reason: "not_allowed" });
  expect(await retire(desk, what)).toEqual({ ok: true });
  expect(await namesIn(CANALSIDE)).toEqual([]);
  expect(await retire(desk, { ...what, back: true })).toEqual({ ok: true });
  expect(await namesIn(CANALSIDE)).toEqual(["District nurses"]);
});

const hubTyped = (change: Record<string, unknown> = {}) => ({
  name: "Lock House",
  address: "1 Lock Lane",
  postcode: "LK1 4AA",
  neighbourhood: "canalside",
  features: "step_free",
  travel: "Bus LM2",
  arrival: "Ring the bell.",
  capacity: "30",
  isHub: "yes",
  opening: "Weekdays, 9am to 5pm",
  ...change,
});

test("a hub says when it is open, and stands before other venues", async () => {
  expect(await addVenue(desk, { typed: hubTyped({ opening: " " }) })).toMatchObject({
    fields: { opening: [expect.stringContaining("when the hub is open")] },
  });
  expect(await addVenue(desk, { typed: hubTyped() })).toMatchObject({ ok: true, slug: "lock-house" });
  expect((await listVenuesIn(house, CANALSIDE)).map((one) => one.name)).toEqual(["Lock House", "Wharf Hall"]);
});

test("a venue changes in its own neighbourhood, and a lead cannot take it out of theirs", async () => {
  const lead = asStaff(house, "neighbourhood_lead", CANALSIDE);
  const change = (ctx: Ctx, slug: string, typed: object) => editVenue(ctx, { slug, typed });
  expect(await change(lead, "wharf-hall", hubTyped({ name: "Wharf Hub" }))).toEqual({ ok: true });
  expect(await findVenue(house, "wharf-hall")).toMatchObject({ name: "Wharf Hub", isHub: true });
  expect(await findByWords(house.db, "wharf hub", { kind: "venue" })).toHaveLength(1);
  expect(await change(lead, "wharf-hall", hubTyped({ neighbourhood: "highdown" }))).toMatchObject({
    fields: { neighbourhood: ["Choose a neighbourhood that you lead"] },
  });
  expect(await change(lead, "hill-hall", hubTyped())).toMatchObject({ reason: "not_allowed" });
  expect(await change(lead, "nowhere", hubTyped())).toMatchObject({ reason: "missing" });
});

test("a venue that is used no more is found and chosen no more, until it is brought back", async () => {
  await editVenue(desk, { slug: "wharf-hall", typed: hubTyped({ name: "Wharf Hub" }) });
  const what = { kind: "venue", slug: "wharf-hall" } as const;
  expect(await retire(asStaff(house, "neighbourhood_lead", HIGHDOWN), what)).toMatchObject({
    reason: "not_allowed",
  });
  expect(await retire(asStaff(house, "neighbourhood_lead", CANALSIDE), what)).toEqual({ ok: true });
  expect((await listVenues(house)).map((one) => one.slug)).toEqual(["hill-hall"]);
  expect(await findByWords(house.db, "wharf hub", { kind: "venue" })).toEqual([]);
  expect(await listVenuesIn(house, CANALSIDE)).toEqual([]);
  expect(await retire(desk, { ...what, back: true })).toEqual({ ok: true });
  expect(await findByWords(house.db, "wharf hub", { kind: "venue" })).toHaveLength(1);
});
