import { beforeEach, expect, test } from "vitest";
import { eventJsonLd } from "~/features/events/export-json-ld.server";
import { findEvent } from "~/features/events/read.server";
import { getEventChoices, getTyped } from "~/features/events/read-event-form.server";
import { editOrganisation } from "~/features/places/edit-organisation.server";
import { endOrganisation } from "~/features/places/end-organisation.server";
import { findOrganisation, listOrganisations } from "~/features/places/read.server";
import { renameOrganisation } from "~/features/places/rename-organisation.server";
import { namesOn } from "~/features/places/rules";
import type { Ctx } from "~/platform/context.server";
import { aBorough, aHouse, anEvent, asStaff, CANALSIDE, later } from "../../support/factories";
import { anOrganisation, organisationTyped } from "./support";

let house: Ctx;
let desk: Ctx;
beforeEach(async () => {
  house = await aHouse();
  await aBorough(house);
  desk = asStaff(house);
});

const bridges = async () => (await findOrganisation(house, "canal-bridges")) ?? expect.fail("it is gone");

test("an event is run by what its organisation was called on the day", async () => {
  const before = await anEvent(house, {
    title: "Before",
    startsLocal: "2026-06-20T10:00",
    endsLocal: "2026-06-20T11:00",
  });
  const after = await anEvent(house, {
    title: "After",
    startsLocal: "2026-07-20T10:00",
    endsLocal: "2026-07-20T11:00",
  });
  const july = later(desk, 24 * 40);
  const typed = { name: "Bridges Language Centre", shortName: "the centre", day: "2026-07-01" };
  expect(await renameOrganisation(july, { slug: "canal-bridges", typed })).toEqual({ ok: true });

  const named = async (slug: string) => {
    const seen = (await findEvent(house, slug)) ?? expect.fail("no event");
    const { organizer } = eventJsonLd(house, seen) as { organizer?: { name: string } };
    return organizer?.name;
  };
  expect([await named(before.slug), await named(after.slug)]).toEqual([
    "Canal Bridges",
    "Bridges Language Centre",
  ]);
});

test("two renamings leave three names, each in its time", async () => {
  const rename = (name: string, day: string) =>
    renameOrganisation(desk, { slug: "canal-bridges", typed: { name, shortName: "B", day } });
  expect(await rename("Second", "2025-04-01")).toEqual({ ok: true });
  expect(await rename("Too early", "2025-04-01")).toMatchObject({ fields: { day: [expect.any(String)] } });
  expect(await rename("Third", "2026-01-01")).toEqual({ ok: true });
  expect(await rename("Third", "2026-02-01")).toMatchObject({ fields: { name: [expect.any(String)] } });
  expect(await rename("To come", "2026-06-02")).toMatchObject({ fields: { day: [expect.any(String)] } });
  const one = await bridges();
  const on = (day: string) => namesOn(one, day).name;
  expect([on("2025-03-31"), on("2025-04-01"), on("2025-12-31"), on("2026-01-01")]).toEqual([
    "Canal Bridges",
    "Second",
    "Second",
    "Third",
  ]);
});

test("its facts change, and a website that is none is refused", async () => {
  const typed = organisationTyped({
    kind: "faith",
    externalCode: "1122334",
    website: "https://bridges.example.org",
  });
  expect(await editOrganisation(desk, { slug: "canal-bridges", typed })).toEqual({ ok: true });
  expect(await bridges()).toMatchObject({
    name: "Canal Bridges",
    kind: "faith",
    externalCode: "1122334",
    website: "https://bridges.example.org",
    validFrom: null,
  });
  for (const website of ["javascript:alert(1)", "bridges", "ftp://bridges.example.org"]) {
    expect(
      await editOrganisation(desk, { slug: "canal-bridges", typed: organisationTyped({ website }) }),
    ).toMatchObject({
      fields: { website: [expect.any(String)] },
    });
  }
  const lead = asStaff(house, "neighbourhood_lead", CANALSIDE);
  expect(await editOrganisation(lead, { slug: "canal-bridges", typed })).toMatchObject({
    reason: "not_allowed",
  });
});

test("one that ended is chosen no more, but an event that it ran keeps it", async () => {
  const event = await anEvent(house);
  const next = await anOrganisation(house, "New Bridges");
  const end = (lastDay: string, successor: string) =>
    endOrganisation(desk, { slug: "canal-bridges", typed: { lastDay, successor } });
  expect(await end("", next)).toMatchObject({ fields: { lastDay: [expect.any(String)] } });
  expect(await end("2026-05-31", "canal-bridges")).toMatchObject({
    fields: { successor: [expect.any(String)] },
  });
  expect(await end("2026-05-31", next)).toEqual({ ok: true });

  expect((await listOrganisations(house)).map((one) => one.slug)).toEqual(["new-bridges"]);
  const slugs = async (chosen?: typeof event) =>
    (await getEventChoices(house, chosen)).organisations.map((one) => one.slug);
  expect(await slugs()).toEqual(["new-bridges"]);
  expect(await slugs(event)).toEqual(["canal-bridges", "new-bridges"]);
  const seen = (await findEvent(house, event.slug)) ?? expect.fail("no event");
  expect(await getTyped(house, seen)).toMatchObject({ host: "canal-bridges" });

  expect(await end("", "")).toEqual({ ok: true });
  expect(await listOrganisations(house)).toHaveLength(2);
});
