import { beforeAll, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { addVenue } from "~/features/places/add-venue.server";
import { findVenue } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { aHouse, asStaff } from "../../support/factories";

let house: Ctx;
let riverside = "";

beforeAll(async () => {
  house = await aHouse();
  const typed = {
    slug: "riverside",
    name: "Riverside",
    externalCode: "X05000009",
    basis: "assets",
    status: "shadow",
    population: 41_000,
    populationSource: "Invented",
    populationDay: "2026-06-30",
    palette: "teal",
    seed: 7,
    summary: "Boats and allotments.",
    description: "Along the river.",
  };
  const added = await addNeighbourhood(house, { typed });
  if (added.ok) riverside = added.id;
});

const boathouse = {
  slug: "boathouse",
  name: "The Boathouse",
  address: "1 Quay Street",
  postcode: "LK9 1AA",
  neighbourhood: "riverside",
  features: ["step_free", "hearing_loop", "step_free"],
  travel: "Bus LM2 stops outside.",
  arrival: "Ring the brass bell.",
  capacity: 60,
};

test("a lead adds a venue in their own neighbourhood, and people find it", async () => {
  expect(await addVenue(asStaff(house, "neighbourhood_lead", riverside), { typed: boathouse })).toMatchObject(
    { ok: true },
  );
  expect(await findVenue(house, "boathouse")).toMatchObject({
    neighbourhoodId: riverside,
    features: ["step_free", "hearing_loop"],
    capacity: 60,
  });
  expect(await findByWords(house.db, "brass bell", { kind: "venue" })).toMatchObject([
    { title: "The Boathouse", summary: "1 Quay Street, LK9 1AA" },
  ]);
});

test("not in another one, not twice, and not where there is no neighbourhood", async () => {
  const typed = { ...boathouse, slug: "other" };
  expect(await addVenue(asStaff(house, "neighbourhood_lead", "elsewhere"), { typed })).toMatchObject({
    reason: "not_allowed",
  });
  expect(
    await addVenue(asStaff(house, "neighbourhood_lead", riverside), {
      typed: { ...typed, neighbourhood: "" },
    }),
  ).toMatchObject({
    reason: "not_allowed",
  });
  expect(await addVenue(house, { typed: boathouse })).toMatchObject({ reason: "taken" });
  expect(await addVenue(house, { typed: { ...typed, neighbourhood: "atlantis" } })).toMatchObject({
    reason: "invalid",
    fields: { neighbourhood: [expect.any(String)] },
  });
  expect(await addVenue(house, { typed: { ...typed, features: ["helipad"] } })).toMatchObject({
    reason: "invalid",
  });
});
