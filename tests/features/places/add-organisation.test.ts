import { beforeAll, expect, test } from "vitest";
import type { Database } from "~/db/client.server";
import { addOrganisation } from "~/features/places/add-organisation.server";
import { listOrganisations } from "~/features/places/read.server";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { freshDatabase } from "../../support/fresh-database";

let store: Database;
beforeAll(async () => {
  store = await freshDatabase();
});

const as = (actor: Actor): Ctx => ({
  store,
  db: store.db,
  actor,
  now: new Date("2027-01-12T09:00:00Z"),
  origin: "https://roundhere.example.org",
  secret: "s",
});
const organiser: Actor = {
  kind: "account",
  id: "a1",
  name: "Organiser",
  grants: [{ role: "engagement_lead", scopeKind: "borough", scopeId: null }],
};

test("an organiser adds an organisation once; others may not", async () => {
  const typed = {
    slug: "boat-club",
    name: "Riverside Boat Club",
    shortName: "the boat club",
    kind: "vcfse",
    sector: "resident_led",
  };
  expect(await addOrganisation(as({ kind: "anyone" }), { typed })).toMatchObject({ reason: "not_allowed" });
  expect(await addOrganisation(as(organiser), { typed })).toMatchObject({ ok: true });
  expect(await addOrganisation(as(organiser), { typed })).toMatchObject({ reason: "taken" });
  expect(await addOrganisation(as(organiser), { typed: { ...typed, kind: "pirates" } })).toMatchObject({
    reason: "invalid",
    fields: { kind: ["Choose what it is"] },
  });
  expect((await listOrganisations(as(organiser))).map((one) => one.shortName)).toEqual(["the boat club"]);
});
