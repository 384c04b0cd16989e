import { beforeAll, expect, test } from "vitest";
import { findBorough } from "~/features/places/read.server";
import { setUpBorough } from "~/features/places/set-up-borough.server";
import type { Ctx } from "~/platform/context.server";
import { aHouse, asAnyone, asStaff } from "../../support/factories";

let house: Ctx;
beforeAll(async () => {
  house = await aHouse();
});

const typed = {
  name: "Larkmere",
  council: "Larkmere Council",
  programme: "Closer to Home",
  tagline: "Health and care in Larkmere",
  gssCode: "X09000001",
  population: 236_400,
  populationSource: "Invented",
  populationDay: "2025-06-30",
  contacts: {
    phone: "020 7946 0123",
    textNumber: "07700 900 123",
    email: "hello@example.org",
    address: "1 Market Square, LK1 1AA",
    hours: "Monday to Friday, 9am to 5pm",
    safeguardingAdults: "020 7946 0150",
    safeguardingChildren: "020 7946 0155",
  },
};

test("an administrator sets the borough up once", async () => {
  expect(await setUpBorough(asAnyone(house), { typed })).toMatchObject({ reason: "not_allowed" });
  const wrong = { ...typed, contacts: { ...typed.contacts, email: "no address", phone: "" } };
  const refused = await setUpBorough(asStaff(house, "admin"), { typed: wrong });
  expect(refused).toMatchObject({ ok: false, reason: "invalid" });
  if (!refused.ok) expect(Object.keys(refused.fields ?? {})).toEqual(["contacts.phone", "contacts.email"]);
  expect(await findBorough(asStaff(house, "admin"))).toBeNull();

  expect(await setUpBorough(asStaff(house, "admin"), { typed })).toMatchObject({ ok: true });
  expect(await findBorough(asStaff(house, "admin"))).toMatchObject(typed);
  expect(await setUpBorough(asStaff(house, "admin"), { typed })).toMatchObject({
    ok: false,
    reason: "already",
  });
});
