import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { rateLimits } from "~/db/tables/platform";
import { acceptOffer } from "~/features/events/accept-offer.server";
import { cancelRegistration, lapseOffer } from "~/features/events/cancel-registration.server";
import { changeRegistration } from "~/features/events/change-registration.server";
import { closeList } from "~/features/events/close-list.server";
import type { EventRow } from "~/features/events/read.server";
import { findClosing, reckonEvent } from "~/features/events/read-attendance.server";
import { countWhoCame } from "~/features/events/read-feedback.server";
import { attendanceRate } from "~/features/events/reckon";
import { reopenList } from "~/features/events/reopen-list.server";
import { type Ctx, write } from "~/platform/context.server";
import { arrival, type SentItem, send, undoing, walkIn } from "../../support/door";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  at,
  CANALSIDE,
  getRegistration,
  HIGHDOWN,
} from "../../support/factories";

let before: Ctx;
let door: Ctx;
let after: Ctx;
let event: EventRow;

beforeAll(async () => {
  before = await aHouse();
  door = asStaff({ ...before, now: at("2026-07-01T18:20") }, "neighbourhood_lead", CANALSIDE);
  after = { ...door, now: at("2026-07-02T10:00") };
  await aBorough(before);
});

/** One device lives through more evenings here than its limit knows of. */
const anotherEvening = () =>
  write(before, { locks: [] }, async ({ db }) => {
    await db.delete(rateLimits);
    return { ok: true as const };
  });

beforeEach(async () => {
  await anotherEvening();
  event = await anEvent(before);
});

test("nobody is absent until the list is closed, and what a phone sends later still counts", async () => {
  const came = await aRegistration(before, event, { party: "3" });
  const late = await aRegistration(before, event);
  await send(door, event, [arrival(came, { people: 2 })]);
  expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 2, expected: 2, noShow: 0 });

  const closed = await closeList(after, event);
  expect(closed).toMatchObject({ ok: true, already: false, reckoning: { attended: 2, noShow: 2 } });
  expect(await closeList(after, event)).toMatchObject({ ok: true, already: true });

  await send(after, event, [arrival(late, { at: door.now.getTime() })], { sentAt: after.now.getTime() });
  const reckoning = await reckonEvent(after, event.id);
  expect(reckoning).toMatchObject({ registered: 4, attended: 3, noShow: 1, expected: 0 });
  expect(attendanceRate(reckoning)).toBe(0.75);
});

test("opening it again needs a reason, which is kept, and makes nobody absent", async () => {
  await aRegistration(before, event);
  expect(await reopenList(after, { slug: event.slug, typed: { reason: "A list turned up" } })).toMatchObject({
    reason: "not_closed",
  });
  await closeList(after, event);
  expect(await reopenList(after, { slug: event.slug, typed: { reason: " " } })).toMatchObject({
    reason: "invalid",
  });
  const helper = asStaff(after, "team_member", CANALSIDE);
  const typed = { reason: "A paper list turned up" };
  expect(await reopenList(helper, { slug: event.slug, typed })).toMatchObject({ reason: "not_allowed" });
  expect(await reopenList(after, { slug: event.slug, typed })).toEqual({ ok: true });
  expect(await reckonEvent(after, event.id)).toMatchObject({ noShow: 0, expected: 1 });
  expect(await findClosing(after, event.id)).toMatchObject({ ...typed, reopenedAt: after.now });
  expect(await countWhoCame(after, event.id)).toBeNull();
  expect(await closeList(after, event)).toMatchObject({ ok: true, already: false });
  expect(await findClosing(after, event.id)).toMatchObject({ reopenedAt: null });
});

test("not before it has ended, not when it is cancelled, and only by its team", async () => {
  expect(await closeList(door, event)).toMatchObject({ reason: "not_yet" });
  for (const ctx of [asAnyone(after), asStaff(after, "team_member", HIGHDOWN), asStaff(after, "analyst")]) {
    expect(await closeList(ctx, event)).toMatchObject({ reason: "missing" });
    expect(await reopenList(ctx, { slug: event.slug, typed: { reason: "Because" } })).toMatchObject({
      reason: "missing",
    });
  }
  const off = await anEvent(before, { traits: ["cancelled"] });
  expect(await closeList(after, off)).toMatchObject({ reason: "cancelled" });
  expect(await closeList(after, { slug: "no-such-event" })).toMatchObject({ reason: "missing" });
});

test("an offer that nobody answered is over when the list is closed", async () => {
  const small = await anEvent(before, { capacity: "1" });
  const first = await aRegistration(before, small);
  const waits = await aRegistration(before, small, { promote: "ask" });
  await cancelRegistration(before, { id: first.id });
  expect(await getRegistration(before, waits.id)).toMatchObject({ state: "offered" });
  expect(await closeList(after, small)).toMatchObject({
    reckoning: { registered: 2, cancelled: 2, offered: 0 },
  });
});

/** One thing that somebody does, at the desk or at the door; numbers pick whom it is about. */
const step = fc.oneof(
  fc.record({ act: fc.constant("book" as const), party: fc.integer({ min: 1, max: 4 }), asks: fc.boolean() }),
  fc.record({
    act: fc.constantFrom("cancel", "accept", "lapse", "undo", "repeat", "again", "heads", "close", "reopen"),
    pick: fc.nat(30),
  }),
  fc.record({ act: fc.constant("resize" as const), pick: fc.nat(30), party: fc.integer({ min: 1, max: 4 }) }),
  fc.record({
    act: fc.constant("arrive" as const),
    pick: fc.nat(30),
    people: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ act: fc.constant("walk_in" as const), people: fc.integer({ min: 1, max: 4 }) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What an onlooker with a clicker would know: who came through the door, and who was there without a booking. */
class Onlooker {
  readonly booked = new Map<string, { party: number }>();
  readonly facts = new Map<string, { of: string | null; people: number; undone: boolean }>();

  /** People at the door by booking: the larger of two notes about one party. */
  atDoor(id: string): number {
    const notes = [...this.facts.values()].filter((fact) => fact.of === id && !fact.undone);
    return Math.max(0, ...notes.map((fact) => fact.people));
  }

  get walkIns(): number {
    const loose = [...this.facts.values()].filter((fact) => fact.of === null && !fact.undone);
    const beyond = [...this.booked].map(([id, { party }]) => Math.max(0, this.atDoor(id) - party));
    return [...loose.map((fact) => fact.people), ...beyond].reduce((a, b) => a + b, 0);
  }

  get attended(): number {
    return [...this.booked].reduce((n, [id, { party }]) => n + Math.min(party, this.atDoor(id)), 0);
  }

  get registered(): number {
    return [...this.booked.values()].reduce((n, { party }) => n + party, 0);
  }
}

async function live(place: EventRow, steps: readonly Step[]): Promise<Onlooker> {
  const seen = new Onlooker();
  const sent: SentItem[] = [];
  const pickOf = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
  const note = async (item: SentItem, of: string | null, people: number) => {
    await send(door, place, [item]);
    sent.push(item);
    seen.facts.set(item.id, { of, people, undone: false });
  };

  for (const one of steps) {
    const id = "pick" in one ? pickOf([...seen.booked.keys()], one.pick) : undefined;
    const item = "pick" in one ? pickOf(sent, one.pick) : undefined;
    if (one.act === "book") {
      const typed = { party: String(one.party), promote: one.asks ? "ask" : "yes" };
      const { id, party } = await aRegistration(before, place, typed);
      seen.booked.set(id, { party });
    } else if (one.act === "walk_in") await note(walkIn({ people: one.people }), null, one.people);
    else if (one.act === "heads") await send(door, place, [{ ...walkIn(), kind: "heads", people: 40 }]);
    else if (one.act === "close") await closeList(after, place);
    else if (one.act === "reopen") {
      await reopenList(after, { slug: place.slug, typed: { reason: "Somebody was forgotten" } });
    } else if (item && one.act === "undo") {
      await send(door, place, [undoing(item)]);
      const fact = seen.facts.get(item.id);
      if (fact) fact.undone = true;
    } else if (item && one.act === "repeat") await send(door, place, [item]);
    else if (!id) continue;
    else if (one.act === "arrive" && "people" in one) {
      await note(arrival({ id }, { people: one.people }), id, one.people);
    } else if (one.act === "again") await note(arrival({ id }), id, 1);
    else if (one.act === "cancel") await cancelRegistration(before, { id });
    else if (one.act === "accept") await acceptOffer(before, { id });
    else if (one.act === "lapse") await lapseOffer({ ...before, now: place.startsAt }, { id });
    else if (one.act === "resize" && "party" in one) {
      await changeRegistration(before, { id }, { party: String(one.party) });
      seen.booked.set(id, await getRegistration(before, id));
    }
  }
  return seen;
}

test("registered is always attended, absent, cancelled and never offered; walk-ins and heads are apart", async () => {
  const histories = fc.array(step, { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(histories, async (steps) => {
      await anotherEvening();
      const place = await anEvent(before, { capacity: "7" });
      const seen = await live(place, steps);
      const open = await reckonEvent(door, place.id);
      const sum = (r: typeof open) =>
        r.attended + r.noShow + r.expected + r.cancelled + r.neverOffered + r.offered;
      expect(sum(open)).toBe(open.registered);
      expect(open).toMatchObject({
        registered: seen.registered,
        attended: seen.attended,
        walkIns: seen.walkIns,
      });

      const closed = await closeList(after, place);
      if (!closed.ok) throw new Error(closed.reason);
      const { registered, attended, noShow, cancelled, neverOffered, walkIns } = closed.reckoning;
      expect(attended + noShow + cancelled + neverOffered).toBe(registered);
      expect({ registered, attended, walkIns }).toEqual({
        registered: seen.registered,
        attended: seen.attended,
        walkIns: seen.walkIns,
      });
      for (const n of Object.values(closed.reckoning)) expect(n).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 40 },
  );
}, 120_000);

test("in whatever order devices send what they noted, it comes to the same", async () => {
  const parties = await Promise.all([1, 2, 3].map((n) => aRegistration(before, event, { party: String(n) })));
  const items = parties.flatMap((party) => [
    arrival(party, { people: 1 }),
    arrival(party, { people: party.party }),
  ]);
  const all = [...items, walkIn({ people: 2 })];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (order) => {
      const place = await anEvent(before);
      const moved = new Map<string, string>();
      for (const party of parties) {
        const there = await aRegistration(before, place, { party: String(party.party) });
        moved.set(party.id, there.id);
      }
      const here = order.map((item) => ({
        ...item,
        id: crypto.randomUUID(),
        registration: moved.get(String(item.registration)),
      }));
      for (const item of here) await send(door, place, [item]);
      expect(await reckonEvent(door, place.id)).toMatchObject({ attended: 6, expected: 0, walkIns: 2 });
    }),
    { numRuns: 8 },
  );
}, 60_000);
