import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { allocationNotes } from "~/db/tables/events";
import { messages } from "~/db/tables/platform";
import { resizeEvent } from "~/features/events/resize-event.server";
import { settleEvent } from "~/features/events/settle-event.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  CANALSIDE,
  getEvent,
  getRegistration,
  later,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const resize = (slug: string, capacity: string, who = asStaff(ctx)) =>
  resizeEvent(who, { slug, typed: { capacity } });
const stateOf = async (id: string) => (await getRegistration(ctx, id)).state;
const messagesAbout = (id: string) => ctx.db.select().from(messages).where(eq(messages.aboutId, id));

describe("more places", () => {
  test("go at once to those who wait, in order, each told once; those who asked are asked", async () => {
    const event = await anEvent(ctx, { capacity: "1" });
    await aRegistration(ctx, event);
    const first = await aRegistration(ctx, event);
    const asks = await aRegistration(ctx, event, { promote: "ask" });
    const last = await aRegistration(ctx, event);
    expect(await resize(event.slug, "3")).toEqual({ ok: true, capacity: 3, placed: 2, excess: 0 });
    expect([await stateOf(first.id), await stateOf(asks.id), await stateOf(last.id)]).toEqual([
      "confirmed",
      "offered",
      "waiting",
    ]);
    expect(await getEvent(ctx, event.id)).toMatchObject({
      confirmedPlaces: 2,
      heldPlaces: 1,
      waitingCount: 1,
    });
    expect(await messagesAbout(first.id)).toHaveLength(2);
    expect(await messagesAbout(last.id)).toHaveLength(1);
    const resized = await ctx.db
      .select()
      .from(allocationNotes)
      .where(and(eq(allocationNotes.eventId, event.id), eq(allocationNotes.what, "resized")));
    expect(resized).toMatchObject([{ places: 3, free: 2, registrationId: null }]);
  });
});

describe("fewer places", () => {
  test("cancel nobody, show the excess, and let nobody in", async () => {
    const event = await anEvent(ctx, { capacity: "3" });
    const came = [await aRegistration(ctx, event), await aRegistration(ctx, event, { party: "2" })];
    expect(await resize(event.slug, "1")).toEqual({ ok: true, capacity: 1, placed: 0, excess: 2 });
    for (const one of came) expect(await stateOf(one.id)).toBe("confirmed");
    expect((await aRegistration(ctx, event)).state).toBe("waiting");
    expect(await resize(event.slug, "3")).toMatchObject({ placed: 0, excess: 0 });
    expect(await resize(event.slug, "4")).toMatchObject({ placed: 1 });
  });
});

describe("a resize is refused", () => {
  test("for numbers that are none", async () => {
    const event = await anEvent(ctx);
    for (const capacity of ["", "-1", "1.5", "lots", "1000000"]) {
      expect(await resize(event.slug, capacity)).toMatchObject({ ok: false, reason: "invalid" });
    }
    expect((await getEvent(ctx, event.id)).capacity).toBe(10);
  });

  test("when the event is over or cancelled, and to those who may not", async () => {
    const event = await anEvent(ctx);
    const cancelled = await anEvent(ctx, { traits: ["cancelled"] });
    expect(await resize(event.slug, "5", later(asStaff(ctx), 24 * 60))).toEqual({
      ok: false,
      reason: "past",
    });
    expect(await resize(cancelled.slug, "5")).toEqual({ ok: false, reason: "cancelled" });
    expect(await resize(event.slug, "5", asAnyone(ctx))).toEqual({ ok: false, reason: "missing" });
    expect(await resize(event.slug, "5", asStaff(ctx, "team_member", CANALSIDE))).toEqual({
      ok: false,
      reason: "not_allowed",
    });
  });
});

test("48 hours before the start the house gives what was kept for a large party to whoever fits", async () => {
  const event = await anEvent(ctx, { capacity: "4" });
  const confirmed = [await aRegistration(ctx, event), await aRegistration(ctx, event)];
  const large = await aRegistration(ctx, event, { party: "3" });
  // Two who fit go past; a third skip comes when one place is freed and taken again.
  await aRegistration(ctx, event);
  await aRegistration(ctx, event);
  const small = await aRegistration(ctx, event);
  await resize(event.slug, "5");
  expect(confirmed).toHaveLength(2);
  expect(await stateOf(small.id)).toBe("confirmed");
  const next = await aRegistration(ctx, event);
  await resize(event.slug, "6");
  expect(await getEvent(ctx, event.id)).toMatchObject({ keptPlaces: 1, waitingCount: 2 });
  const house = { ...ctx, now: new Date(event.startsAt.getTime() - 48 * 3_600_000) };
  expect(await settleEvent(asStaff(house, "admin"), event)).toEqual({ ok: false, reason: "missing" });
  expect(await settleEvent(house, event)).toEqual({ ok: true, placed: 1 });
  expect(await settleEvent(house, event)).toEqual({ ok: true, placed: 0 });
  expect([await stateOf(large.id), await stateOf(next.id)]).toEqual(["waiting", "confirmed"]);
  expect(await getEvent(ctx, event.id)).toMatchObject({ keptPlaces: 0, waitingCount: 1 });
});
