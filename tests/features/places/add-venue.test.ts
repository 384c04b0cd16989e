import { beforeAll, expect, test } from "vitest";
import type { Database } from "~/db/client.server";
import { findByWords } from "~/db/search.server";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { addVenue } from "~/features/places/add-venue.server";
import { findVenue } from "~/features/places/read.server";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { freshDatabase } from "../../support/fresh-database";

let store: Database;
let riverside = "";

const HOUSE: Actor = { kind: "system", name: "test" };
const as = (actor: Actor): Ctx => ({
  store,
  db: store.db,
  actor,
  now: new Date("2027-01-12T09:00:00Z"),
  origin: "https://roundhere.example.org",
  secret: "s",
});

beforeAll(async () => {
  store = await freshDatabase();
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
  const added = await addNeighbourhood(as(HOUSE), { typed });
  if (added.ok) riverside = added.id;
});

const lead = (scopeId: string): Actor => ({
  kind: "account",
  id: "a1",
  name: "Lead",
  grants: [{ role: "neighbourhood_lead", scopeKind: "neighbourhood", scopeId }],
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
  expect(await addVenue(as(lead(riverside)), { typed: boathouse })).toMatchObject({ ok: true });
  expect(await findVenue(as(HOUSE), "boathouse")).toMatchObject({
    neighbourhoodId: riverside,
    features: ["step_free", "hearing_loop"],
    capacity: 60,
  });
  expect(await findByWords(store.db, "brass bell", { kind: "venue" })).toMatchObject([
    { title: "The Boathouse", summary: "1 Quay Street, LK9 1AA" },
  ]);
});

test("not in another one, not twice, and not where there is no neighbourhood", async () => {
  const typed = { ...boathouse, slug: "other" };
  expect(await addVenue(as(lead("elsewhere")), { typed })).toMatchObject({ reason: "not_allowed" });
  expect(await addVenue(as(lead(riverside)), { typed: { ...typed, neighbourhood: "" } })).toMatchObject({
    reason: "not_allowed",
  });
  expect(await addVenue(as(HOUSE), { typed: boathouse })).toMatchObject({ reason: "taken" });
  expect(await addVenue(as(HOUSE), { typed: { ...typed, neighbourhood: "atlantis" } })).toMatchObject({
    reason: "invalid",
    fields: { neighbourhood: [expect.any(String)] },
  });
  expect(await addVenue(as(HOUSE), { typed: { ...typed, features: ["helipad"] } })).toMatchObject({
    reason: "invalid",
  });
});
