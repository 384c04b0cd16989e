import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findByWords } from "~/db/search.server";
import { jobs, messages } from "~/db/tables/platform";
import { editEvent } from "~/features/events/edit-event.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asStaff,
  at,
  CANALSIDE,
  eventTyped,
  getEvent,
  getRegistration,
  HIGHDOWN,
  later,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const edit = (event: { slug: string }, change: Record<string, unknown>, who = later(asStaff(ctx), 1)) =>
  editEvent(who, { slug: event.slug, typed: eventTyped(change) });
const newsFor = (id: string) =>
  ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutId, id), like(messages.key, "%:event_changed:%")));

describe("people who are coming", () => {
  test("are told once when the day, time, venue, way of taking part or link changes, and calendars follow", async () => {
    const event = await anEvent(ctx);
    const confirmed = await aRegistration(ctx, event);
    const caller = await aRegistration(ctx, event, { contact: "phone", phone: "020 7946 0111" });
    const changes: Record<string, unknown>[] = [
      { startsLocal: "2026-07-02T18:30", endsLocal: "2026-07-02T20:30" },
      { endsLocal: "2026-07-02T21:00" },
      { venue: "hill-hall" },
      { mode: "hybrid", onlineLink: "https://meet.example.org/a" },
      { onlineLink: "https://meet.example.org/b" },
      { dialIn: "020 7946 0777" },
    ];
    let typed = {};
    for (const [n, change] of changes.entries()) {
      typed = { ...typed, ...change };
      expect(await edit(event, typed, later(asStaff(ctx), n + 1))).toMatchObject({
        ok: true,
        told: { email: 1, phone: 1, letter: 0, none: 0 },
      });
      expect((await getEvent(ctx, event.id)).sequence).toBe(n + 1);
      expect(await newsFor(confirmed.id)).toHaveLength(n + 1);
      expect(await newsFor(caller.id)).toHaveLength(n + 1);
    }
    expect((await newsFor(caller.id)).every((message) => message.channel === "call")).toBe(true);
    expect(await edit(event, typed)).toMatchObject({ told: null });
  });

  test("are not told of a better title or a longer text, which search finds at once", async () => {
    const event = await anEvent(ctx, { title: "Plain words" });
    const one = await aRegistration(ctx, event);
    const answer = await edit(event, { title: "Plainer words", description: "About *bees*." });
    expect(answer).toEqual({ ok: true, slug: event.slug, told: null, placed: 0, events: 1 });
    expect(await newsFor(one.id)).toEqual([]);
    expect(await getEvent(ctx, event.id)).toMatchObject({
      sequence: 0,
      slug: "plain-words",
      title: "Plainer words",
    });
    expect((await findByWords(ctx.db, "plainer bees")).map((entry) => entry.path)).toEqual([
      "/events/plain-words",
    ]);
    await edit(event, { audience: "staff" });
    expect(await findByWords(ctx.db, "plain bees")).toEqual([]);
  });

  test("are not told of drafts and of what is over", async () => {
    const draft = await anEvent(ctx, { traits: ["draft"] });
    expect(await edit(draft, { venue: "hill-hall" })).toMatchObject({ ok: true, told: null });
    const past = await anEvent(ctx);
    await aRegistration(ctx, past);
    const afterwards = later(asStaff(ctx), 24 * 60);
    expect(await edit(past, { venue: "hill-hall" }, afterwards)).toMatchObject({ ok: true, told: null });
  });
});

describe("places", () => {
  test("are counted anew when people who come to support someone count differently", async () => {
    const event = await anEvent(ctx, { capacity: "4" });
    const pair = await aRegistration(ctx, event, { party: "2", carers: "1" });
    const three = await aRegistration(ctx, event, { party: "2" });
    const waiting = await aRegistration(ctx, event, { party: "2", carers: "1" });
    expect(await edit(event, { capacity: "4", carersTakePlaces: "no" })).toMatchObject({
      ok: true,
      placed: 1,
    });
    expect((await getRegistration(ctx, pair.id)).places).toBe(1);
    expect((await getRegistration(ctx, three.id)).places).toBe(2);
    expect(await getRegistration(ctx, waiting.id)).toMatchObject({ state: "confirmed", places: 1 });
    expect(await getEvent(ctx, event.id)).toMatchObject({ confirmedPlaces: 4, waitingCount: 0 });
    // The other way round the room is over; nobody loses a place by it.
    expect(await edit(event, { capacity: "4", carersTakePlaces: "yes" })).toMatchObject({
      ok: true,
      placed: 0,
    });
    expect(await getEvent(ctx, event.id)).toMatchObject({ confirmedPlaces: 6, waitingCount: 0 });
  });

  test("in a full room go to someone who needs none any more", async () => {
    const event = await anEvent(ctx, { capacity: "1" });
    await aRegistration(ctx, event);
    const supporter = await aRegistration(ctx, event, { party: "1", carers: "1" });
    expect(supporter.state).toBe("waiting");
    expect(await edit(event, { capacity: "1", carersTakePlaces: "no" })).toMatchObject({ placed: 1 });
    expect(await getRegistration(ctx, supporter.id)).toMatchObject({ state: "confirmed", places: 0 });
  });

  test("that are added go at once to those who wait", async () => {
    const event = await anEvent(ctx, { capacity: "1" });
    await aRegistration(ctx, event);
    const waiting = await aRegistration(ctx, event);
    expect(await edit(event, { capacity: "2" })).toMatchObject({ placed: 1, told: null });
    expect((await getRegistration(ctx, waiting.id)).state).toBe("confirmed");
  });

  test("offered until after the new start are offered until the start", async () => {
    const event = await anEvent(ctx, { capacity: "1", offerHours: "96" });
    await aRegistration(ctx, event);
    const asks = await aRegistration(ctx, event, { promote: "ask" });
    await edit(event, { capacity: "2", offerHours: "96" });
    const sooner = { startsLocal: "2026-06-03T18:30", endsLocal: "2026-06-03T20:30" };
    expect(await edit(event, { capacity: "2", ...sooner })).toMatchObject({ ok: true });
    const start = at("2026-06-03T18:30");
    expect((await getRegistration(ctx, asks.id)).offerExpiresAt).toEqual(start);
    const due = await ctx.db.select().from(jobs).where(eq(jobs.subject, asks.id));
    expect(due.map((job) => job.dueAt)).toContainEqual(start);
  });
});

describe("an edit is refused", () => {
  test("into the past, without booking that people have used, and for what is cancelled", async () => {
    const event = await anEvent(ctx);
    await aRegistration(ctx, event);
    const past = { startsLocal: "2026-05-01T18:30", endsLocal: "2026-05-01T20:30" };
    expect(await edit(event, past)).toMatchObject({
      ok: false,
      fields: { startsLocal: [expect.any(String)] },
    });
    expect(await edit(event, { registration: "none" })).toMatchObject({
      ok: false,
      fields: { registration: [expect.any(String)] },
    });
    const cancelled = await anEvent(ctx, { traits: ["cancelled"] });
    expect(await edit(cancelled, {})).toEqual({ ok: false, reason: "cancelled" });
  });

  test("to those who may not, and into a neighbourhood that is not theirs", async () => {
    const event = await anEvent(ctx);
    const lead = asStaff(ctx, "neighbourhood_lead", CANALSIDE);
    expect(await edit(event, { neighbourhood: "highdown" }, lead)).toMatchObject({
      ok: false,
      reason: "invalid",
    });
    expect(await edit(event, { title: "Ours" }, lead)).toMatchObject({ ok: true });
    expect(await edit(event, {}, asStaff(ctx, "neighbourhood_lead", HIGHDOWN))).toEqual({
      ok: false,
      reason: "missing",
    });
    expect(await edit(event, {}, asStaff(ctx, "team_member"))).toEqual({ ok: false, reason: "not_allowed" });
  });
});
