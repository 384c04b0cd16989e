import { and, eq, like } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { registrations } from "~/db/tables/events";
import { eventSessions, sessionPlaces } from "~/db/tables/events-sessions";
import { messages } from "~/db/tables/platform";
import { acceptOffer } from "~/features/events/accept-offer.server";
import { addSession } from "~/features/events/add-session.server";
import { approveRegistration } from "~/features/events/approve-registration.server";
import { cancelRegistration, declineOffer } from "~/features/events/cancel-registration.server";
import { cancelSession } from "~/features/events/cancel-session.server";
import { changeRegistration } from "~/features/events/change-registration.server";
import { declineRegistration } from "~/features/events/decline-registration.server";
import { editEvent } from "~/features/events/edit-event.server";
import { editSession } from "~/features/events/edit-session.server";
import { countsOf, poolOf, poolsOf } from "~/features/events/pools";
import { registerForEvent } from "~/features/events/register.server";
import { rejoinQueue } from "~/features/events/rejoin-queue.server";
import { resizeEvent } from "~/features/events/resize-event.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  eventTyped,
  getEvent,
  getRegistration,
  later,
  registrationTyped,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const HYBRID = { mode: "hybrid", onlineLink: "https://meet.example.org/a", dialIn: "020 7946 0777" };
const stateOf = async (one: { id: string }) => (await getRegistration(ctx, one.id)).state;
const staff = () => asStaff(ctx);
const told = async (id: string) =>
  (await ctx.db.select().from(messages).where(eq(messages.aboutId, id))).map((one) => one.subject);

async function aSession(event: { slug: string }, change: Record<string, unknown> = {}) {
  const typed = { kind: "talk", title: "A talk", capacity: "2", ...change };
  const added = await addSession(staff(), { slug: event.slug, typed });
  if (!added.ok) throw new Error(JSON.stringify(added));
  return added.id;
}

const sessionsOf = async (id: string) =>
  Object.fromEntries(
    (await ctx.db.select().from(sessionPlaces).where(eq(sessionPlaces.registrationId, id))).map((one) => [
      one.sessionId,
      one.state,
    ]),
  );

describe("at a hybrid event", () => {
  test("places in the room and online are given out apart", async () => {
    const event = await anEvent(ctx, { ...HYBRID, capacity: "1", onlineCapacity: "1" });
    const here = await aRegistration(ctx, event, { attending: "room" });
    const alsoHere = await aRegistration(ctx, event, { attending: "room" });
    const there = await aRegistration(ctx, event, { attending: "online" });
    const alsoThere = await aRegistration(ctx, event, { attending: "online" });
    expect([here.state, alsoHere.state, there.state, alsoThere.state]).toEqual([
      "confirmed",
      "waiting",
      "confirmed",
      "waiting",
    ]);
    await cancelRegistration(staff(), { id: there.id });
    expect([await stateOf(alsoHere), await stateOf(alsoThere)]).toEqual(["waiting", "confirmed"]);
  });

  test("someone who does not say gets the room, and online when the room is full", async () => {
    const event = await anEvent(ctx, { ...HYBRID, capacity: "1", onlineCapacity: "1" });
    const got = [
      await aRegistration(ctx, event),
      await aRegistration(ctx, event),
      await aRegistration(ctx, event),
    ];
    expect(got.map((one) => `${one.attending} ${one.state}`)).toEqual([
      "room confirmed",
      "online confirmed",
      "room waiting",
    ]);
  });

  test("moving takes the new place before it lets go of the old one, and passes the old one on", async () => {
    const event = await anEvent(ctx, { ...HYBRID, capacity: "1", onlineCapacity: "1" });
    const here = await aRegistration(ctx, event, { attending: "room" });
    const there = await aRegistration(ctx, event, { attending: "online" });
    const waits = await aRegistration(ctx, event, { attending: "room" });
    const typed = { party: "1", carers: "0", attending: "online" };
    expect(await changeRegistration(staff(), { id: here.id }, typed)).toMatchObject({ reason: "not_enough" });
    expect(await getRegistration(ctx, here.id)).toMatchObject({ state: "confirmed", attending: "room" });
    await cancelRegistration(staff(), { id: there.id });
    expect(await changeRegistration(staff(), { id: here.id }, typed)).toEqual({ ok: true });
    expect(await getRegistration(ctx, here.id)).toMatchObject({ state: "confirmed", attending: "online" });
    expect(await stateOf(waits)).toBe("confirmed");
  });

  test("the way in is in no message but that of someone with a place online", async () => {
    const event = await anEvent(ctx, { ...HYBRID, capacity: "1", onlineCapacity: "1" });
    const here = await aRegistration(ctx, event, { attending: "room" });
    const there = await aRegistration(ctx, event, { attending: "online" });
    const waits = await aRegistration(ctx, event, { attending: "online" });
    const knows = async (one: { id: string }) => {
      const rows = await ctx.db.select().from(messages).where(eq(messages.aboutId, one.id));
      return rows.some((row) => `${row.text}${row.html}${row.calendar}`.includes("meet.example.org"));
    };
    expect([await knows(here), await knows(there), await knows(waits)]).toEqual([false, true, false]);
  });

  test("that becomes one in the room counts everyone in the room, and nobody loses a place", async () => {
    const event = await anEvent(ctx, { ...HYBRID, capacity: "1", onlineCapacity: "1" });
    const here = await aRegistration(ctx, event, { attending: "room" });
    const there = await aRegistration(ctx, event, { attending: "online" });
    await editEvent(staff(), { slug: event.slug, typed: eventTyped({ capacity: "1" }) });
    expect(await getEvent(ctx, event.id)).toMatchObject({ confirmedPlaces: 2, onlineConfirmed: 0 });
    expect([await stateOf(here), await stateOf(there)]).toEqual(["confirmed", "confirmed"]);
  });
});

describe("where staff say yes or no", () => {
  test("a request takes no place, however much room there is, until staff say yes", async () => {
    const event = await anEvent(ctx, { registration: "approval", capacity: "5" });
    const asks = await aRegistration(ctx, event);
    expect(asks).toMatchObject({ state: "waiting", approval: "asked" });
    expect(await getEvent(ctx, event.id)).toMatchObject({
      confirmedPlaces: 0,
      waitingCount: 0,
      askedCount: 1,
    });
    expect(await told(asks.id)).toEqual(["We have your request"]);
    expect(await approveRegistration(staff(), { id: asks.id })).toMatchObject({ ok: true, placed: true });
    expect(await approveRegistration(staff(), { id: asks.id })).toMatchObject({ ok: true, already: true });
    expect(await getEvent(ctx, event.id)).toMatchObject({ confirmedPlaces: 1, askedCount: 0 });
    expect(await told(asks.id)).toEqual(["We have your request", "You have a place"]);
  });

  test("someone who asked first is first in the queue, however late staff answer", async () => {
    const event = await anEvent(ctx, { registration: "approval", capacity: "1" });
    const [first, second, has] = [
      await aRegistration(ctx, event),
      await aRegistration(ctx, event),
      await aRegistration(ctx, event),
    ];
    await approveRegistration(staff(), { id: has.id });
    await approveRegistration(staff(), { id: second.id });
    await approveRegistration(staff(), { id: first.id });
    await cancelRegistration(staff(), { id: has.id });
    expect([await stateOf(first), await stateOf(second)]).toEqual(["confirmed", "waiting"]);
  });

  test("a no is told with its reason and can't be undone by asking again", async () => {
    const event = await anEvent(ctx, { registration: "approval" });
    const asks = await aRegistration(ctx, event, { contact: "phone", phone: "020 7946 0111" });
    const no = await declineRegistration(staff(), { id: asks.id, typed: { reason: "It is for carers." } });
    expect(no).toEqual({ ok: true, already: false });
    expect(await getRegistration(ctx, asks.id)).toMatchObject({ state: "cancelled", ended: "not_approved" });
    const [call] = await ctx.db.select().from(messages).where(eq(messages.aboutId, asks.id));
    expect(call?.text).toContain("It is for carers.");
    expect(await rejoinQueue(staff(), { id: asks.id })).toMatchObject({ ok: false });
    expect(await approveRegistration(staff(), { id: asks.id })).toMatchObject({ ok: false, reason: "over" });
  });

  test("staff who book a caller in have said yes; the public and counters may not answer", async () => {
    const event = await anEvent(ctx, { registration: "approval" });
    const typed = registrationTyped();
    const booked = await registerForEvent(staff(), {
      slug: event.slug,
      typed,
      locale: "en",
      channel: "phone",
    });
    expect(booked).toMatchObject({ ok: true, state: "confirmed" });
    const asks = await aRegistration(ctx, event);
    for (const who of [asAnyone(ctx), asStaff(ctx, "analyst")]) {
      expect(await approveRegistration(who, { id: asks.id })).toMatchObject({ reason: "missing" });
      const no = await declineRegistration(who, { id: asks.id, typed: { reason: "Not for you." } });
      expect(no).toMatchObject({ reason: "missing" });
    }
    expect(await stateOf(asks)).toBe("waiting");
  });
});

describe("sessions and stalls", () => {
  test("are chosen with the place, first come first served, and freed places go to the next who fits", async () => {
    const event = await anEvent(ctx);
    const talk = await aSession(event, { capacity: "1" });
    const first = await aRegistration(ctx, event, { sessions: talk });
    const second = await aRegistration(ctx, event, { sessions: [talk] });
    expect(await sessionsOf(first.id)).toEqual({ [talk]: "confirmed" });
    expect(await sessionsOf(second.id)).toEqual({ [talk]: "waiting" });
    const none = { party: "1", carers: "0", choosing: "yes" };
    await changeRegistration(staff(), { id: first.id }, none);
    expect(await sessionsOf(first.id)).toEqual({});
    expect(await sessionsOf(second.id)).toEqual({ [talk]: "confirmed" });
    expect(await told(second.id)).toContain("You have a place at “A talk”");
  });

  test("give nothing to who waits for the event, until they have a place there", async () => {
    const event = await anEvent(ctx, { capacity: "1" });
    const talk = await aSession(event, { capacity: "5" });
    const has = await aRegistration(ctx, event);
    const waits = await aRegistration(ctx, event, { sessions: talk });
    expect(await sessionsOf(waits.id)).toEqual({ [talk]: "waiting" });
    await cancelRegistration(staff(), { id: has.id });
    expect(await stateOf(waits)).toBe("confirmed");
    expect(await sessionsOf(waits.id)).toEqual({ [talk]: "confirmed" });
    // The news of the place names the session, so there is one message and not two.
    expect(await told(waits.id)).toEqual(["You are on the waiting list", "You have a place"]);
    await cancelRegistration(staff(), { id: waits.id });
    expect(await sessionsOf(waits.id)).toEqual({});
  });

  test("refuse two at the same time, a party that is too large, and growing beyond what is left", async () => {
    const event = await anEvent(ctx);
    const [a, b] = [
      await aSession(event, { startsClock: "18:30", endsClock: "19:15", capacity: "3" }),
      await aSession(event, { startsClock: "19:00", endsClock: "19:30" }),
    ];
    const save = (typed: object) =>
      registerForEvent(asAnyone(ctx), {
        slug: event.slug,
        locale: "en",
        typed: registrationTyped({ ...typed }),
      });
    expect(await save({ sessions: [a, b] })).toMatchObject({
      fields: { sessions: ["problems.sessionsClash"] },
    });
    expect(await save({ sessions: b, party: "3" })).toMatchObject({
      fields: { sessions: ["problems.sessionTooSmall"] },
    });
    await aRegistration(ctx, event, { sessions: a });
    const family = await aRegistration(ctx, event, { sessions: a, party: "2" });
    const more = await changeRegistration(staff(), { id: family.id }, { party: "3", carers: "0" });
    expect(more).toMatchObject({ fields: { sessions: ["problems.sessionNotEnough"] } });
    expect(await getRegistration(ctx, family.id)).toMatchObject({ party: 2, state: "confirmed" });
    expect(await sessionsOf(family.id)).toEqual({ [a]: "confirmed" });
  });

  test("that move or go off tell those who chose them, once, and leave them their place at the event", async () => {
    const event = await anEvent(ctx);
    const talk = await aSession(event, { startsClock: "18:30", endsClock: "19:15" });
    const chose = await aRegistration(ctx, event, { sessions: talk });
    const other = await aRegistration(ctx, event);
    const typed = { kind: "talk", title: "A talk", capacity: "2", startsClock: "18:45", endsClock: "19:15" };
    await editSession(later(staff(), 1), { id: talk, typed });
    expect(await told(chose.id)).toContain("A part of your booking has changed");
    expect(await cancelSession(staff(), { id: talk })).toMatchObject({ ok: true, told: 1 });
    expect(await cancelSession(staff(), { id: talk })).toMatchObject({ ok: true, told: 0 });
    expect(await told(chose.id)).toContain("A part of your booking is off");
    expect(await told(other.id)).toEqual(["Your place is saved"]);
    expect(await stateOf(chose)).toBe("confirmed");
  });

  test("with people in them stay bookable; more places go at once to those who wait", async () => {
    const event = await anEvent(ctx);
    const talk = await aSession(event, { capacity: "1" });
    await aRegistration(ctx, event, { sessions: talk });
    const waits = await aRegistration(ctx, event, { sessions: talk });
    const typed = { kind: "talk", title: "A talk", capacity: "" };
    expect(await editSession(staff(), { id: talk, typed })).toMatchObject({ reason: "invalid" });
    await editSession(staff(), { id: talk, typed: { ...typed, capacity: "2" } });
    expect(await sessionsOf(waits.id)).toEqual({ [talk]: "confirmed" });
  });
});

describe("payment for time", () => {
  test("is only asked for after the advice was read, and only where it is offered", async () => {
    const paid = await anEvent(ctx, { provided: ["payment_for_time"] });
    const typed = registrationTyped({ payment: "yes" });
    const unread = await registerForEvent(asAnyone(ctx), { slug: paid.slug, locale: "en", typed });
    expect(unread).toMatchObject({ fields: { advised: ["problems.advised"] } });
    const read = await aRegistration(ctx, paid, { payment: "yes", advised: "yes" });
    expect(read).toMatchObject({ wantsPayment: true, advisedAt: ctx.now });
    expect(await aRegistration(ctx, paid)).toMatchObject({ wantsPayment: false, advisedAt: null });
    const unpaid = await anEvent(ctx);
    const sly = await aRegistration(ctx, unpaid, { payment: "yes", advised: "yes" });
    expect(sly.wantsPayment).toBe(false);
  });

  test("can be taken or turned down later, and taken only after the advice", async () => {
    const paid = await anEvent(ctx, { provided: ["payment_for_time"] });
    const one = await aRegistration(ctx, paid);
    const say = (typed: Record<string, string>) =>
      changeRegistration(later(staff(), 1), { id: one.id }, { party: "1", ...typed });
    expect(await say({ paying: "yes", payment: "yes" })).toMatchObject({
      fields: { advised: ["problems.advised"] },
    });
    expect(await say({ paying: "yes", payment: "yes", advised: "yes" })).toEqual({ ok: true });
    const advisedAt = later(ctx, 1).now;
    expect(await getRegistration(ctx, one.id)).toMatchObject({ wantsPayment: true, advisedAt });
    // A change of something else leaves it as it is.
    expect(await say({ party: "2" })).toEqual({ ok: true });
    expect((await getRegistration(ctx, one.id)).wantsPayment).toBe(true);
    expect(await say({ paying: "yes", payment: "no" })).toEqual({ ok: true });
    expect(await getRegistration(ctx, one.id)).toMatchObject({ wantsPayment: false, advisedAt });
    const unpaid = await aRegistration(ctx, await anEvent(ctx));
    const yes = { party: "1", paying: "yes", payment: "yes", advised: "yes" };
    expect(await changeRegistration(staff(), { id: unpaid.id }, yes)).toEqual({ ok: true });
    expect((await getRegistration(ctx, unpaid.id)).wantsPayment).toBe(false);
  });
});

type Step =
  | { do: "register"; party: number; carers: number; online: boolean; asks: boolean; sessions: number[] }
  | { do: "leave" | "approve" | "decline" | "accept" | "refuse" | "rejoin"; who: number }
  | { do: "change"; who: number; party: number; online: boolean; sessions: number[] }
  | { do: "resize"; room: number; online: number }
  | { do: "resizeSession"; session: number; capacity: number };

const who = fc.nat({ max: 11 });
const chosen = fc.uniqueArray(fc.nat({ max: 1 }), { maxLength: 2 });
const party = fc.integer({ min: 1, max: 4 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("register" as const),
      party,
      carers: fc.nat({ max: 1 }),
      online: fc.boolean(),
      asks: fc.boolean(),
      sessions: chosen,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom("leave" as const, "approve", "decline", "accept", "refuse", "rejoin"),
      who,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("change" as const),
      who,
      party,
      online: fc.boolean(),
      sessions: chosen,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("resize" as const),
      room: fc.nat({ max: 8 }),
      online: fc.nat({ max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("resizeSession" as const),
      session: fc.nat({ max: 1 }),
      capacity: fc.integer({ min: 1, max: 5 }),
    }),
  },
);

/** Does one step as somebody would; refusals are part of life. */
async function act(event: { id: string; slug: string }, sessions: string[], people: string[], step: Step) {
  const key = { id: ("who" in step && people.length > 0 ? people[step.who % people.length] : "") ?? "" };
  const ids = (chosen: number[]) => chosen.flatMap((n) => sessions[n] ?? []);
  const where = (online: boolean) => (online ? "online" : "room");
  switch (step.do) {
    case "register": {
      const typed = registrationTyped({
        party: String(step.party),
        carers: String(step.carers),
        attending: where(step.online),
        promote: step.asks ? "ask" : "yes",
        sessions: ids(step.sessions),
      });
      const got = await registerForEvent(asAnyone(ctx), { slug: event.slug, typed, locale: "en" });
      if (got.ok) people.push(got.id);
      return;
    }
    case "leave":
      return cancelRegistration(staff(), key);
    case "approve":
      return approveRegistration(staff(), key);
    case "decline":
      return declineRegistration(staff(), { ...key, typed: { reason: "No room for more." } });
    case "accept":
      return acceptOffer(staff(), key);
    case "refuse":
      return declineOffer(staff(), key);
    case "rejoin":
      return rejoinQueue(staff(), key);
    case "change": {
      const typed = { party: String(step.party), carers: "0", choosing: "yes", sessions: ids(step.sessions) };
      return changeRegistration(staff(), key, { ...typed, attending: where(step.online) });
    }
    case "resize": {
      const typed = { capacity: String(step.room), onlineCapacity: String(step.online) };
      return resizeEvent(staff(), { slug: event.slug, typed });
    }
    case "resizeSession": {
      const typed = { kind: "talk", title: "A talk", capacity: String(step.capacity) };
      return editSession(staff(), { id: sessions[step.session] ?? "", typed });
    }
  }
}

/** What must hold after every step: counts are the rows', nobody sits twice, nobody waits beside a place that fits. */
async function examine(id: string, shrank: { room: boolean; session: boolean }) {
  const event = await getEvent(ctx, id);
  const rows = await ctx.db.select().from(registrations).where(eq(registrations.eventId, id));
  const sum = (list: typeof rows) => list.reduce((n, one) => n + one.places, 0);
  const queue = rows.filter((one) => one.state === "waiting" && one.approval !== "asked");
  expect(event.waitingCount).toBe(queue.length);
  expect(event.askedCount).toBe(
    rows.filter((one) => one.state === "waiting" && one.approval === "asked").length,
  );
  for (const pool of poolsOf(event)) {
    const mine = rows.filter((one) => poolOf(event, one) === pool);
    const { capacity, confirmed, held, kept } = countsOf(event, pool);
    expect(confirmed).toBe(sum(mine.filter((one) => one.state === "confirmed")));
    expect(held).toBe(sum(mine.filter((one) => one.state === "offered")));
    if (!shrank.room) expect(confirmed + held + kept).toBeLessThanOrEqual(capacity);
    const open = capacity - confirmed - held - kept;
    for (const waiting of queue.filter((one) => poolOf(event, one) === pool))
      expect(waiting.places === 0 ? 1 : waiting.places).toBeGreaterThan(Math.max(0, open));
  }
  for (const asks of rows.filter((one) => one.approval === "asked"))
    expect(["waiting", "cancelled"]).toContain(asks.state);
  const standing = new Map(rows.map((one) => [one.id, one]));
  for (const session of await ctx.db.select().from(eventSessions).where(eq(eventSessions.eventId, id))) {
    const places = await ctx.db.select().from(sessionPlaces).where(eq(sessionPlaces.sessionId, session.id));
    for (const one of places) {
      const owner = standing.get(one.registrationId);
      expect(owner?.state).not.toBe("cancelled");
      expect(one.places).toBe(owner?.places);
      if (one.state === "confirmed") expect(owner?.state).toBe("confirmed");
    }
    const taken = places.filter((one) => one.state === "confirmed").reduce((n, one) => n + one.places, 0);
    expect(session.confirmedPlaces).toBe(taken);
    expect(session.waitingCount).toBe(places.filter((one) => one.state === "waiting").length);
    if (!shrank.session) expect(taken).toBeLessThanOrEqual(session.capacity ?? 0);
    const free = Math.max(0, (session.capacity ?? 0) - taken);
    for (const one of places)
      if (one.state === "waiting" && standing.get(one.registrationId)?.state === "confirmed")
        expect(one.places).toBeGreaterThan(free);
  }
}

test.each(["open", "approval"])(
  "whatever people and staff do, places add up (%s)",
  { timeout: 120_000 },
  async (registration) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const event = await anEvent(ctx, { ...HYBRID, registration, capacity: "5", onlineCapacity: "3" });
        const sessions = [await aSession(event, { capacity: "3" }), await aSession(event)];
        const people: string[] = [];
        const shrank = { room: false, session: false };
        for (const one of steps) {
          shrank.room ||= one.do === "resize";
          shrank.session ||= one.do === "resizeSession";
          await act(event, sessions, people, one);
          await examine(event.id, shrank);
        }
        const twice = await ctx.db
          .select()
          .from(messages)
          .where(and(eq(messages.aboutKind, "registration"), like(messages.key, "%:session_place:%")));
        expect(new Set(twice.map((one) => one.key)).size).toBe(twice.length);
      }),
      { numRuns: 12 },
    );
  },
);
