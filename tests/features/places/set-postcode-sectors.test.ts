import { beforeAll, expect, test } from "vitest";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { findNeighbourhoodByPostcode } from "~/features/places/read.server";
import { setPostcodeSectors } from "~/features/places/set-postcode-sectors.server";
import { setUpBorough } from "~/features/places/set-up-borough.server";
import type { Ctx } from "~/platform/context.server";
import { aHouse, asAnyone } from "../../support/factories";

let house: Ctx;

const people = { population: 40_000, populationSource: "Invented", populationDay: "2026-06-30" };

beforeAll(async () => {
  house = await aHouse();
  const contacts = {
    phone: "020 7946 0123",
    textNumber: "07700 900 123",
    email: "hello@example.org",
    address: "1 Market Square",
    hours: "9am to 5pm",
    safeguardingAdults: "020 7946 0150",
    safeguardingChildren: "020 7946 0155",
  };
  const borough = { name: "L", council: "C", programme: "P", tagline: "T", gssCode: "X09", contacts };
  await setUpBorough(house, { typed: { ...borough, ...people } });
  for (const slug of ["riverside", "uplands"]) {
    const words = { name: slug, summary: "S", description: "D", externalCode: "X05" };
    const codes = { basis: "assets", status: "live", palette: "blue", seed: 1 };
    await addNeighbourhood(house, { typed: { slug, ...words, ...codes, ...people } });
  }
});

const of = async (postcode: string) => (await findNeighbourhoodByPostcode(house, postcode))?.slug;

test("each call says it anew for the whole borough", async () => {
  const first = { "LK9 1": "riverside", "LK9 2": "riverside" };
  expect(await setPostcodeSectors(house, { typed: first })).toEqual({ ok: true, sectors: 2 });
  expect(await of("lk91ab")).toBe("riverside");
  expect(await setPostcodeSectors(house, { typed: { "LK9 2": "uplands" } })).toMatchObject({ ok: true });
  expect([await of("LK9 1AB"), await of("LK9 2AB")]).toEqual([undefined, "uplands"]);
});

test("a neighbourhood that is not there, or a sector that is none, changes nothing", async () => {
  const lost = await setPostcodeSectors(house, { typed: { "LK9 2": "atlantis" } });
  expect(lost).toMatchObject({ ok: false, reason: "invalid", fields: { "LK9 2": [expect.any(String)] } });
  expect(await setPostcodeSectors(house, { typed: { "LK9 2AB": "uplands" } })).toMatchObject({
    reason: "invalid",
  });
  expect(await setPostcodeSectors(asAnyone(house), { typed: {} })).toMatchObject({
    reason: "not_allowed",
  });
  expect(await of("LK9 2AB")).toBe("uplands");
});

test("thousands of sectors at once", async () => {
  const letters = [..."ABCDEFGHIJKLMNOP"];
  const numbers = Array.from({ length: 90 }, (_, n) => `${Math.floor(n / 10)} ${n % 10}`);
  const typed = Object.fromEntries(letters.flatMap((l) => numbers.map((n) => [`${l}${n}`, "uplands"])));
  expect(await setPostcodeSectors(house, { typed })).toEqual({ ok: true, sectors: 1440 });
});
