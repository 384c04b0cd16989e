import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { addSession } from "~/features/events/add-session.server";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { duplicateEvent } from "~/features/events/duplicate-event.server";
import { editEvent } from "~/features/events/edit-event.server";
import { publishSeries } from "~/features/events/publish-series.server";
import { findEventRow, listSeries } from "~/features/events/read.server";
import { listSessions } from "~/features/events/read-sessions.server";
import { repeatEvent } from "~/features/events/repeat-event.server";
import { dayAfter, daysBetween, daysOf, timesOn } from "~/features/events/series";
import type { Ctx } from "~/platform/context.server";
import { wallOf } from "~/platform/london";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
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

const staff = () => asStaff(ctx);
const WEEKLY = { unit: "week", every: "1", times: "4" };

/** A published event and three more weekly ones. */
async function aSeries(change: Record<string, unknown> = {}) {
  const first = await anEvent(ctx, change);
  const made = await repeatEvent(staff(), { slug: first.slug, typed: WEEKLY });
  if (!made.ok) throw new Error(JSON.stringify(made));
  await publishSeries(staff(), { slug: first.slug });
  return listSeries(staff(), made.seriesId);
}

describe("the days of a rule", () => {
  test("weeks, months by day and months by weekday", () => {
    expect(daysOf("2026-03-16", { unit: "week", every: 2, times: 3 })).toEqual([
      "2026-03-16",
      "2026-03-30",
      "2026-04-13",
    ]);
    expect(daysOf("2027-12-29", { unit: "month_day", every: 1, times: 4 })).toEqual([
      "2027-12-29",
      "2028-01-29",
      "2028-02-29",
      "2028-03-29",
    ]);
    expect(daysOf("2026-01-13", { unit: "month_weekday", every: 1, times: 3 })).toEqual([
      "2026-01-13",
      "2026-02-10",
      "2026-03-10",
    ]);
  });

  test("a month without such a day is left out: the 31st, a fifth Thursday, 29 February", () => {
    expect(daysOf("2026-01-31", { unit: "month_day", every: 1, times: 3 })).toEqual([
      "2026-01-31",
      "2026-03-31",
      "2026-05-31",
    ]);
    expect(daysOf("2026-01-29", { unit: "month_weekday", every: 1, times: 3 })).toEqual([
      "2026-01-29",
      "2026-04-30",
      "2026-07-30",
    ]);
    expect(daysOf("2028-02-29", { unit: "month_day", every: 12, times: 2 })).toEqual([
      "2028-02-29",
      "2032-02-29",
    ]);
  });

  test("are as many as asked for, rise, and keep their weekday or day of the month", () => {
    const day = fc
      .date({ min: new Date("2024-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const rule = fc.record({
      unit: fc.constantFrom("week" as const, "month_day" as const, "month_weekday" as const),
      every: fc.integer({ min: 1, max: 4 }),
      times: fc.integer({ min: 2, max: 12 }),
    });
    fc.assert(
      fc.property(day, rule, (first, rule) => {
        const days = daysOf(first, rule);
        expect(days).toHaveLength(rule.times);
        expect(days).toEqual([...new Set(days)].sort());
        const sign = (one: string) =>
          rule.unit === "month_day" ? one.slice(8) : new Date(`${one}T12:00:00Z`).getUTCDay();
        expect(new Set(days.map(sign)).size).toBe(1);
      }),
    );
  });

  test("the clock on the wall stays through both clock changes, opening times too", () => {
    const times = {
      startsLocal: "2026-03-24T18:30",
      endsLocal: "2026-03-24T20:00",
      opensAt: at("2026-03-10T09:00"),
      closesAt: at("2026-03-24T12:00"),
      adjustBy: null,
    };
    for (const day of ["2026-03-31", "2026-10-20", "2026-10-27", "2028-02-29"]) {
      const moved = timesOn(times, day);
      expect(moved?.startsAt && wallOf(moved.startsAt)).toBe(`${day}T18:30`);
      expect(moved?.opensAt && wallOf(moved.opensAt)).toBe(`${dayAfter(day, -14)}T09:00`);
      expect(daysBetween(day, moved?.endsLocal.slice(0, 10) ?? "")).toBe(0);
    }
    const night = { ...times, startsLocal: "2026-03-22T01:30", endsLocal: "2026-03-22T03:00" };
    expect(timesOn(night, "2026-03-29")).toBeNull();
  });
});

describe("a series", () => {
  test("is drafts of its own events at the same time of day, published together, with the same stalls", async () => {
    const first = await anEvent(ctx, {
      startsLocal: "2026-10-15T18:30",
      endsLocal: "2026-10-15T20:30",
      traits: ["draft"],
    });
    await addSession(staff(), { slug: first.slug, typed: { kind: "stall", title: "Tea", tableNumber: "4" } });
    const made = await repeatEvent(staff(), { slug: first.slug, typed: WEEKLY });
    expect(made).toMatchObject({ ok: true, made: 3 });
    const seriesId = made.ok ? made.seriesId : "";
    expect(await listSeries(asAnyone(ctx), seriesId)).toEqual([]);
    expect(await publishSeries(staff(), { slug: first.slug })).toEqual({ ok: true, published: 4 });
    const all = await listSeries(asAnyone(ctx), seriesId);
    expect(all.map((event) => event.startsLocal)).toEqual([
      "2026-10-15T18:30",
      "2026-10-22T18:30",
      "2026-10-29T18:30",
      "2026-11-05T18:30",
    ]);
    expect(all[1]?.startsAt.toISOString()).toBe("2026-10-22T17:30:00.000Z");
    expect(all[2]?.startsAt.toISOString()).toBe("2026-10-29T18:30:00.000Z");
    const [stall] = await listSessions(ctx, all[3]?.id ?? "");
    expect(stall).toMatchObject({ title: "Tea", tableNumber: 4 });
    expect(await repeatEvent(staff(), { slug: first.slug, typed: WEEKLY })).toMatchObject({
      reason: "in_series",
    });
  });

  test("can't be made onto a time that a clock change leaves out, nor by those who may not", async () => {
    const night = await anEvent(ctx, { startsLocal: "2027-03-21T01:30", endsLocal: "2027-03-21T03:00" });
    const refused = await repeatEvent(staff(), { slug: night.slug, typed: WEEKLY });
    expect(refused).toMatchObject({ ok: false, reason: "invalid", fields: { unit: [expect.any(String)] } });
    expect((await getEvent(ctx, night.id)).seriesId).toBeNull();
    const foreign = asStaff(ctx, "neighbourhood_lead", HIGHDOWN);
    expect(await repeatEvent(foreign, { slug: night.slug, typed: WEEKLY })).toMatchObject({
      reason: "missing",
    });
    const member = asStaff(ctx, "team_member", CANALSIDE);
    expect(await duplicateEvent(member, { slug: night.slug })).toMatchObject({ reason: "not_allowed" });
  });

  test("an edit of one, of this and the following, and of all changes just those, and tells just their people", async () => {
    const [one, two, three, four] = await aSeries();
    if (!one || !two || !three || !four) throw new Error("no series");
    const people = [];
    for (const event of [one, two, three, four]) people.push(await aRegistration(ctx, event));
    const wall = (event: { startsLocal: string }, clock: string) =>
      `${event.startsLocal.slice(0, 10)}T${clock}`;
    const edit = (event: typeof one, clock: string, scope: "this" | "following" | "all", hours: number) =>
      editEvent(later(staff(), hours), {
        slug: event.slug,
        scope,
        typed: eventTyped({ startsLocal: wall(event, clock), endsLocal: wall(event, "21:30") }),
      });
    const clocks = async () => {
      const rows = await listSeries(staff(), one.seriesId ?? "");
      return rows.map((event) => `${event.startsLocal.slice(11)} ${event.sequence}`);
    };
    expect(await edit(two, "17:00", "this", 1)).toMatchObject({ events: 1, told: { email: 1 } });
    expect(await clocks()).toEqual(["18:30 0", "17:00 1", "18:30 0", "18:30 0"]);
    expect(await edit(three, "19:00", "following", 2)).toMatchObject({ events: 2, told: { email: 2 } });
    expect(await clocks()).toEqual(["18:30 0", "17:00 1", "19:00 1", "19:00 1"]);
    expect(await edit(three, "20:00", "all", 3)).toMatchObject({ events: 4, told: { email: 4 } });
    expect(await clocks()).toEqual(["20:00 1", "20:00 2", "20:00 2", "20:00 2"]);
    expect(
      (await listSeries(staff(), one.seriesId ?? "")).map((event) => event.startsLocal.slice(0, 10)),
    ).toEqual([one, two, three, four].map((event) => event.startsLocal.slice(0, 10)));
    for (const person of people) expect((await getRegistration(ctx, person.id)).state).toBe("confirmed");
  });

  test("a move by two days moves the others by two days; one that was cancelled or is over stays as it was", async () => {
    const [one, two, three, four] = await aSeries();
    if (!one || !two || !three || !four) throw new Error("no series");
    await cancelEvent(staff(), { slug: three.slug, typed: { reason: "The hall is closed." } });
    const typed = eventTyped({ startsLocal: "2026-07-10T18:30", endsLocal: "2026-07-10T20:30" });
    await editEvent({ ...staff(), now: at("2026-07-02T09:00") }, { slug: two.slug, typed, scope: "all" });
    const after = await listSeries(staff(), one.seriesId ?? "");
    expect(after.map((event) => event.startsLocal.slice(0, 10))).toEqual([
      "2026-07-01",
      "2026-07-10",
      "2026-07-15",
      "2026-07-24",
    ]);
  });

  test("one date that is cancelled leaves the others alone", async () => {
    const [one, two] = await aSeries();
    if (!one || !two) throw new Error("no series");
    const [coming, off] = [await aRegistration(ctx, one), await aRegistration(ctx, two)];
    const gone = await cancelEvent(staff(), { slug: two.slug, typed: { reason: "The hall is closed." } });
    expect(gone).toMatchObject({ told: { email: 1 } });
    expect((await getRegistration(ctx, coming.id)).state).toBe("confirmed");
    expect((await getRegistration(ctx, off.id)).ended).toBe("event_cancelled");
  });
});

test("a copy is a draft with the same words and stalls, in no series, with nobody in it", async () => {
  const [one] = await aSeries({ title: "Tea on Mondays" });
  if (!one) throw new Error("no series");
  await aRegistration(ctx, one);
  const copied = await duplicateEvent(staff(), { slug: one.slug });
  const copy = await findEventRow(ctx, { slug: copied.ok ? copied.slug : "" });
  expect(copy).toMatchObject({
    title: "Tea on Mondays (copy)",
    state: "draft",
    seriesId: null,
    confirmedPlaces: 0,
    nextInQueue: 1,
    capacity: one.capacity,
  });
});
