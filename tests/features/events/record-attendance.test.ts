import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "~/db/client.server";
import { events } from "~/db/tables/events";
import { listAttendance, listEventTallies } from "~/features/events/read-attendance.server";
import { recordAdjustments } from "~/features/events/record-adjustments.server";
import { recordAttendance } from "~/features/events/record-attendance.server";
import { registerForEvent } from "~/features/events/register.server";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { setUpBorough } from "~/features/places/set-up-borough.server";
import type { Actor } from "~/platform/actor";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { freshDatabase } from "../../support/fresh-database";

let store: Database;
let riverside = "";
let made = 0;
let slug = "";

const HOUSE: Actor = { kind: "system", name: "test" };
const ctxAt = (now: string, actor: Actor = HOUSE): Ctx => ({
  store,
  db: store.db,
  actor,
  now: new Date(now),
  origin: "https://roundhere.example.org",
  secret: "s",
});
const BEFORE = "2027-01-10T12:00:00Z";
const AFTER = "2027-01-12T21:00:00Z";
const YEAR = { from: new Date("2027-01-01"), to: new Date("2028-01-01") };
const team = (scopeId: string): Actor => ({
  kind: "account",
  id: "a1",
  name: "Team",
  grants: [{ role: "team_member", scopeKind: "neighbourhood", scopeId }],
});

beforeAll(async () => {
  store = await freshDatabase();
  const people = { population: 40_000, populationSource: "Invented", populationDay: "2026-06-30" };
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
  await setUpBorough(ctxAt(BEFORE), { typed: { ...borough, ...people } });
  const words = { slug: "riverside", name: "Riverside", summary: "S", description: "D", externalCode: "X05" };
  const codes = { basis: "assets", status: "live", palette: "blue", seed: 1 };
  const added = await addNeighbourhood(ctxAt(BEFORE), { typed: { ...words, ...codes, ...people } });
  if (added.ok) riverside = added.id;
});

/** An event of 12 January 2027, 6 to 8pm, with a party of three and one of one. */
beforeEach(async () => {
  made += 1;
  slug = `supper-${made}`;
  const at = (hour: number) => new Date(Date.UTC(2027, 0, 12, hour));
  await write(ctxAt(BEFORE), { locks: ["*"] }, async (ctx) => {
    await ctx.db.insert(events).values({
      id: newId(),
      slug,
      title: "Supper",
      summary: "Soup",
      description: "",
      descriptionHtml: "",
      descriptionRenderer: "none",
      kind: "social",
      mode: "in_person",
      audience: "everyone",
      neighbourhoodId: riverside,
      startsLocal: "2027-01-12T18:00",
      endsLocal: "2027-01-12T20:00",
      startsAt: at(18),
      endsAt: at(20),
      registration: "open",
      capacity: 20,
      carersTakePlaces: true,
      offerHours: 24,
      provided: [],
      state: "published",
      sequence: 0,
      confirmedPlaces: 0,
      heldPlaces: 0,
      keptPlaces: 0,
      waitingCount: 0,
      nextInQueue: 1,
      createdAt: new Date(BEFORE),
    });
    return { ok: true };
  });
  for (const [name, party] of [
    ["Ada", "3"],
    ["Bob", "1"],
  ]) {
    const typed = { name, contact: "none", party, neighbourhood: "riverside", needs: ["large_print"] };
    await registerForEvent(ctxAt(BEFORE), { slug, locale: "en", typed });
  }
});

const came = (neighbourhood: string, attended: number, noShow: number, walkIns: number | string) => ({
  neighbourhood,
  attended,
  noShow,
  walkIns,
});

test("people are counted by where they live, those without a place apart, and a second count replaces the first", async () => {
  const ctx = ctxAt(AFTER, team(riverside));
  const first = { counts: [came("riverside", 1, 3, 0)] };
  expect(await recordAttendance(ctx, { slug, typed: first })).toMatchObject({ ok: true });
  const second = { counts: [came("riverside", 2, 1, " 4 "), came("", 1, 0, "")] };
  expect(await recordAttendance(ctx, { slug, typed: second })).toEqual({
    ok: true,
    attended: 3,
    noShow: 1,
    walkIns: 4,
  });
  const tally = (await listEventTallies(ctx, YEAR)).find((one) => one.event.slug === slug);
  expect(tally).toMatchObject({ attended: 3, noShow: 1, walkIns: 4, parties: { all: 2, confirmed: 2 } });
  const places = await listAttendance(ctx, YEAR);
  expect(places.find((row) => row.neighbourhoodId === "")).toMatchObject({ attended: 1, noShow: 0 });
});

test("never more than had a place, nor fewer than none, nor a neighbourhood twice or unknown", async () => {
  const ctx = ctxAt(AFTER);
  const attempt = (...counts: ReturnType<typeof came>[]) =>
    recordAttendance(ctx, { slug, typed: { counts } });
  expect(await attempt(came("riverside", 3, 1, 90), came("", 1, 0, 0))).toMatchObject({
    reason: "too_many",
    fields: { counts: [expect.stringContaining("4 people had a place")] },
  });
  expect(await attempt(came("riverside", -1, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await attempt(came("riverside", 1.5, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await attempt(came("", 1, 0, 0), came("", 1, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await attempt(came("atlantis", 1, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await attempt(came("riverside", 4, 0, 0))).toMatchObject({ ok: true });
});

test("not before it begins, and only by the team that runs it", async () => {
  const typed = { counts: [came("riverside", 1, 0, 0)] };
  expect(await recordAttendance(ctxAt(BEFORE), { slug, typed })).toMatchObject({ reason: "not_yet" });
  for (const actor of [team("elsewhere"), { kind: "anyone" } as const]) {
    const ctx = ctxAt(AFTER, actor);
    expect(await recordAttendance(ctx, { slug, typed })).toMatchObject({ reason: "missing" });
    expect(await recordAdjustments(ctx, { slug, typed: { adjustments: [] } })).toMatchObject({
      reason: "missing",
    });
    expect(await listEventTallies(ctx, YEAR)).toEqual([]);
    expect(await listAttendance(ctx, YEAR)).toEqual([]);
  }
});

test("what people asked for becomes numbers: never more than asked", async () => {
  const ctx = ctxAt(AFTER);
  const attempt = (need: string, met: number, notMet: number) =>
    recordAdjustments(ctx, { slug, typed: { adjustments: [{ need, met, partly: 0, notMet }] } });
  expect(await attempt("large_print", 2, 1)).toMatchObject({ reason: "too_many" });
  expect(await attempt("easy_read", 1, 0)).toMatchObject({ reason: "too_many" });
  expect(await attempt("helicopter", 1, 0)).toMatchObject({ reason: "invalid" });
  expect(await attempt("large_print", 1, 1)).toEqual({ ok: true, requested: 2 });
  const tally = (await listEventTallies(ctx, YEAR)).find((one) => one.event.slug === slug);
  expect(tally?.adjustments).toEqual({ requested: 2, met: 1, partly: 0, notMet: 1 });
});
