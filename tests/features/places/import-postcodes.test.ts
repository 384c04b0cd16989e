import { beforeEach, expect, test } from "vitest";
import { exportPostcodes } from "~/features/places/export-postcodes.server";
import { importPostcodes, readPostcodes } from "~/features/places/import-postcodes.server";
import { findNeighbourhoodByPostcode } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, asStaff } from "../../support/factories";

let house: Ctx;
let desk: Ctx;
beforeEach(async () => {
  house = await aHouse();
  await aBorough(house);
  desk = asStaff(house);
});

const of = async (postcode: string) => (await findNeighbourhoodByPostcode(house, postcode))?.slug;

test("a file as people save it is read: names or addresses, sectors or whole postcodes, any line ends", async () => {
  const text =
    '\uFEFFPostcode,Area\r\nlk1 4,HIGHDOWN\r\n"LK2 1AB", Canalside \r\n\r\nLK2 1AC,canalside,extra\r\nLK33,highdown\r\n';
  const read = await readPostcodes(desk, text);
  expect(read).toMatchObject({ ok: false, fields: { file: ["Line 6: “LK33” is no postcode"] } });
  const good = await readPostcodes(desk, text.replace("LK33", "LK3 3"));
  expect(good).toMatchObject({
    ok: true,
    plan: {
      sectors: { "LK1 4": "highdown", "LK2 1": "canalside", "LK3 3": "highdown" },
      added: 2,
      moved: 1,
      gone: 0,
    },
  });
  expect(await of("LK1 4AB")).toBe("canalside");
});

test("what is taken in replaces what was there, and can be saved and taken in again", async () => {
  const text = "sector,neighbourhood\nLK2 1,Canalside\nLK2 2,Highdown\n";
  expect(await importPostcodes(desk, text)).toEqual({ ok: true, sectors: 2 });
  expect([await of("LK1 4AB"), await of("LK2 2AB")]).toEqual([undefined, "highdown"]);
  const saved = await exportPostcodes(desk);
  expect(saved).toBe("Postcode sector,Neighbourhood\nLK2 1,Canalside\nLK2 2,Highdown\n");
  expect(await readPostcodes(desk, saved)).toMatchObject({ ok: true, plan: { added: 0, moved: 0, gone: 0 } });
});

test("what cannot be read is told by its line, and changes nothing", async () => {
  for (const [text, words] of [
    ["sector,neighbourhood\nLK1 4,Atlantis", "Line 2: there is no neighbourhood “Atlantis”"],
    [
      "sector,neighbourhood\nLK1 4AA,Canalside\nLK1 4AB,Highdown",
      "Line 3: LK1 4 lies in two neighbourhoods: decide on one",
    ],
    ["sector,neighbourhood\n", "There is no postcode in this file"],
    ["", "There is no postcode in this file"],
    ['sector,neighbourhood\n"LK1', "This is not a file of comma-separated values"],
    [`sector,neighbourhood\n${"x,y\n".repeat(9)}`, "And 4 more like these"],
  ] as const) {
    const answer = await importPostcodes(desk, text);
    expect(answer).toMatchObject({ ok: false, fields: { file: [expect.stringContaining(words)] } });
  }
  expect(await of("LK1 4AB")).toBe("canalside");
});

test("only who keeps places takes one in", async () => {
  const text = "sector,neighbourhood\nLK2 1,Canalside\n";
  expect(await importPostcodes(asStaff(house, "moderator"), text)).toMatchObject({ reason: "not_allowed" });
  expect(await of("LK1 4AB")).toBe("canalside");
});
