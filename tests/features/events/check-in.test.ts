import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { attendances } from "~/db/tables/events-attendance";
import { participants } from "~/db/tables/people";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { checkIn } from "~/features/events/check-in.server";
import type { EventRow } from "~/features/events/read.server";
import { listAttendance, reckonEvent } from "~/features/events/read-attendance.server";
import { listAtDoor, listClashes, listForDevice, listHeadCounts } from "~/features/events/read-door.server";
import type { Ctx } from "~/platform/context.server";
import { arrival, send, undoing, walkIn } from "../../support/door";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  at,
  CANALSIDE,
  HIGHDOWN,
  later,
} from "../../support/factories";

const MINUTE = 60_000;

let before: Ctx;
let door: Ctx;
let event: EventRow;

beforeAll(async () => {
  before = await aHouse();
  door = asStaff({ ...before, now: at("2026-07-01T18:20") }, "team_member", CANALSIDE);
  await aBorough(before);
});

beforeEach(async () => {
  event = await anEvent(before, { capacity: "12" });
});

const factsOf = () => door.db.select().from(attendances).where(eq(attendances.eventId, event.id));

describe("the same thing twice", () => {
  test("an item sent again, in one batch or a later one, is one attendance", async () => {
    const booked = await aRegistration(before, event);
    const item = arrival(booked);
    expect(await send(door, event, [item, item])).toMatchObject([
      { result: "recorded" },
      { result: "again" },
    ]);
    expect(await send(later(door, 3), event, [item])).toMatchObject([{ result: "again" }]);
    expect(await factsOf()).toHaveLength(1);
    expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 1, expected: 0 });
  });

  test("two devices that note one person give one attendance and one clash that says who noted it when", async () => {
    const booked = await aRegistration(before, event, { name: "Ottoline Marsh" });
    const [a, b] = [arrival(booked), arrival(booked)];
    expect(await send(door, event, [a], { device: "Phone A" })).toMatchObject([{ result: "recorded" }]);
    expect(await send(later(door, 1), event, [b], { device: "Phone B" })).toMatchObject([
      { result: "clash" },
    ]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 1, walkIns: 0 });
    const [clash] = await listClashes(door, event.id);
    expect(clash?.map((one) => [one.name, one.fact.device])).toEqual([
      ["Ottoline Marsh", "Phone A"],
      ["Ottoline Marsh", "Phone B"],
    ]);
    await send(door, event, [undoing(a)]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 1 });
    expect(await listClashes(door, event.id)).toEqual([]);
    expect(await send(door, event, [undoing(b), undoing(b)])).toMatchObject([
      { result: "recorded" },
      { result: "again" },
    ]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 0, expected: 1 });
  });

  test("of a party that two devices noted, the larger number counts, and never more than it has", async () => {
    const party = await aRegistration(before, event, { party: "3" });
    const first = arrival(party, { people: 1 });
    await send(door, event, [first, arrival(party, { people: 2 })]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 2, expected: 1, walkIns: 0 });
    const more = { kind: "amend", id: randomUUID(), of: first.id, people: 5 };
    expect(await send(door, event, [more, more])).toMatchObject([
      { result: "recorded" },
      { result: "again" },
    ]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 3, expected: 0, walkIns: 2 });
  });
});

describe("what a device without network could not know", () => {
  test("who cancelled since, and came all the same, has come", async () => {
    const gone = await aRegistration(before, event);
    await cancelRegistration(before, { id: gone.id });
    expect(await send(door, event, [arrival(gone)])).toMatchObject([
      { result: "recorded", note: "cancelled" },
    ]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ registered: 1, attended: 1, cancelled: 0 });
  });

  test("a code that nobody knew: booked since then, or somebody without a booking", async () => {
    const since = await aRegistration(before, event);
    const elsewhere = await aRegistration(before, await anEvent(before));
    const answers = await send(door, event, [
      walkIn({ code: since.reference.toLowerCase().replace("-", " ") }),
      walkIn({ code: elsewhere.reference, name: "Piers" }),
      walkIn({ code: "not a code at all" }),
      arrival(elsewhere),
      arrival({ id: randomUUID() }),
    ]);
    expect(answers.map(({ result, note }) => [result, note])).toEqual([
      ["recorded", "booked_since"],
      ["recorded", "unknown_code"],
      ["recorded", "unknown_code"],
      ["unknown", undefined],
      ["unknown", undefined],
    ]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ attended: 1, walkIns: 2 });
  });

  test("one item that makes no sense holds up no other", async () => {
    const booked = await aRegistration(before, event);
    const answers = await send(door, event, [
      { id: "nonsense", kind: "arrive" },
      arrival(booked, { people: 0 }),
      arrival(booked, { people: 2.5 }),
      arrival(booked, { people: 21 }),
      { id: randomUUID(), kind: "teleport" },
      arrival(booked),
    ]);
    expect(answers.map((one) => one.result)).toEqual([...Array(5).fill("refused"), "recorded"]);
    expect(await factsOf()).toHaveLength(1);
  });
});

describe("time", () => {
  test.each([-1, 1])("a clock wrong by %s hour does not move the hour of arrival", async (hours) => {
    const booked = await aRegistration(before, event);
    const wrong = (moment: Date) => moment.getTime() + hours * 60 * MINUTE;
    const sync = { ...door, now: at("2026-07-01T22:10") };
    const came = at("2026-07-01T18:31");
    await send(sync, event, [arrival(booked, { at: wrong(came) })], { sentAt: wrong(sync.now) });
    const [fact] = await factsOf();
    expect(fact).toMatchObject({ arrivedAt: came, receivedAt: sync.now, skewSeconds: -hours * 3600 });
  });

  test("a clock that says nothing sensible, or the future, gives way to ours", async () => {
    const [a, b] = [await aRegistration(before, event), await aRegistration(before, event)];
    const items = [arrival(a, { at: 0 }), arrival(b, { at: door.now.getTime() + 5 * MINUTE })];
    await send(door, event, items, { sentAt: door.now.getTime() });
    for (const fact of await factsOf()) expect(fact.arrivedAt).toEqual(door.now);
  });
});

describe("people without a booking, and heads", () => {
  test("are counted apart; a name makes somebody who took part, and heads are added to nothing", async () => {
    await send(door, event, [
      walkIn({ name: "  Quentin   Ash ", neighbourhood: "canalside" }),
      walkIn({ people: 4, neighbourhood: "canalside" }),
      walkIn({ neighbourhood: "atlantis" }),
      { kind: "heads", id: randomUUID(), people: 57 },
    ]);
    expect(await reckonEvent(door, event.id)).toMatchObject({ registered: 0, attended: 0, walkIns: 6 });
    expect(await listHeadCounts(door, event.id)).toMatchObject([{ people: 57 }]);
    const span = { from: event.startsAt, to: event.endsAt };
    const homes = await listAttendance(door, span);
    expect(homes.find((home) => home.neighbourhoodId === CANALSIDE)?.walkIns).toBeGreaterThanOrEqual(5);
    const [named] = await door.db.select().from(participants).where(eq(participants.name, "Quentin Ash"));
    expect(named).toMatchObject({ neighbourhoodId: CANALSIDE, email: null, phone: null });
  });
});

describe("who may, and when", () => {
  test("the event's team alone, from the day before, and never at a cancelled event", async () => {
    const typed = { items: [walkIn()] };
    const slug = event.slug;
    for (const ctx of [asAnyone(door), asStaff(door, "team_member", HIGHDOWN), asStaff(door, "analyst")]) {
      expect(await checkIn(ctx, { slug, typed })).toMatchObject({ reason: "missing" });
    }
    expect(await checkIn(asStaff(before), { slug, typed })).toMatchObject({ reason: "not_yet" });
    expect(await checkIn(door, { slug: "no-such-event", typed })).toMatchObject({ reason: "missing" });
    const off = await anEvent(before, { traits: ["cancelled"] });
    expect(await checkIn(door, { slug: off.slug, typed })).toMatchObject({ reason: "cancelled" });
    expect(await checkIn(door, { slug, typed: { items: "many" } })).toMatchObject({ reason: "invalid" });
    expect(await factsOf()).toEqual([]);
  });

  test("an id of another event's fact changes nothing there", async () => {
    const there = await anEvent(before);
    const fact = walkIn();
    await send(door, there, [fact]);
    const answers = await send(door, event, [undoing(fact), { ...fact }]);
    expect(answers.map((one) => one.result)).toEqual(["unknown", "refused"]);
    expect(await reckonEvent(door, there.id)).toMatchObject({ walkIns: 1 });
  });
});

describe("the list", () => {
  test("finds people by part of a name or by reference, with what they asked for", async () => {
    const booked = await aRegistration(before, event, { name: "Zoë O’Hara", needs: "step_free" });
    await aRegistration(before, event, { name: "Adam First" });
    const all = await listAtDoor(door, event);
    expect(all.rows.map((row) => row.name)).toEqual(["Adam First", "Zoë O’Hara"]);
    for (const words of ["zoe", "o'har", booked.reference, booked.reference.replace("-", "").toLowerCase()]) {
      const { rows } = await listAtDoor(door, event, { words });
      expect(rows).toMatchObject([{ name: "Zoë O’Hara", needs: ["step_free"], here: 0 }]);
    }
    const { rows: plain } = await listAtDoor(asStaff(door, "analyst"), event, { words: "zoe" });
    expect(plain, "only for roles that may know").toMatchObject([{ needs: [], asked: [] }]);
    expect((await listAtDoor(door, event, { words: "?!" })).rows).toEqual([]);
    await send(door, event, [arrival(booked)]);
    const { rows } = await listAtDoor(door, event, { words: "zoe" });
    expect(rows).toMatchObject([{ here: 1, since: door.now }]);
  });

  test("goes on where a page ended, whatever the names", async () => {
    const big = await anEvent(before, { capacity: "80" });
    for (let n = 0; n < 60; n += 1)
      await aRegistration(before, big, { name: n % 2 ? "Same Name" : `Name ${n}` });
    const first = await listAtDoor(door, big);
    const second = await listAtDoor(door, big, { after: first.next ?? "" });
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(60);
    expect(second.next).toBeNull();
  });

  test("a device keeps nothing that the door does not need, and no name of who cancelled", async () => {
    const booked = await aRegistration(before, event, {
      name: "Rufus Vane",
      needs: "quiet_space",
      needsDetail: "Panics",
    });
    const gone = await aRegistration(before, event, { name: "Selma Gone" });
    await cancelRegistration(before, { id: gone.id });
    const list = await listForDevice(door, event.id);
    expect(list).toHaveLength(2);
    expect(list).toContainEqual({
      id: booked.id,
      name: "Rufus Vane",
      reference: booked.reference,
      party: 1,
      state: "confirmed",
      here: 0,
    });
    expect(list.find((row) => row.id === gone.id)).toMatchObject({ name: "", reference: gone.reference });
    expect(JSON.stringify(list)).not.toMatch(/quiet|Panics|resident\d+@|Selma/);
  });
});
