import { beforeAll, expect, test } from "vitest";
import { addOrganisation } from "~/features/places/add-organisation.server";
import { listOrganisations } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { aHouse, asAnyone, asStaff } from "../../support/factories";

let house: Ctx;
beforeAll(async () => {
  house = await aHouse();
});

test("an organiser adds an organisation once; others may not", async () => {
  const typed = {
    slug: "boat-club",
    name: "Riverside Boat Club",
    shortName: "the boat club",
    kind: "vcfse",
    sector: "resident_led",
  };
  expect(await addOrganisation(asAnyone(house), { typed })).toMatchObject({ reason: "not_allowed" });
  expect(await addOrganisation(asStaff(house), { typed })).toMatchObject({ ok: true });
  expect(await addOrganisation(asStaff(house), { typed })).toMatchObject({ reason: "taken" });
  expect(await addOrganisation(asStaff(house), { typed: { ...typed, kind: "pirates" } })).toMatchObject({
    reason: "invalid",
    fields: { kind: ["Choose what it is"] },
  });
  expect((await listOrganisations(asStaff(house))).map((one) => one.shortName)).toEqual(["the boat club"]);
});
