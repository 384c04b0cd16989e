import { and, eq, like } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { jobs, messages } from "~/db/tables/platform";
import { cancelRegistration } from "~/features/events/cancel-registration.server";
import { editEvent } from "~/features/events/edit-event.server";
import { remindParties } from "~/features/events/remind-parties.server";
import { reminderAt, remindsBy } from "~/features/events/reminders";
import { asSystem, type Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asAnyone,
  asStaff,
  at,
  eventTyped,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const REMINDERS = { reminders: ["7", "1"] };
const clockAt = (wall: string) => asSystem({ ...ctx, now: at(wall) }, "jobs");
const remindersOf = (id: string) =>
  ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutId, id), like(messages.key, "%:reminder:%")));
const planned = async (id: string) => {
  const rows = await ctx.db.select().from(jobs).where(eq(jobs.name, "events.remind"));
  return rows
    .filter((job) => job.subject.startsWith(id))
    .map((job) => `${job.subject.split(":")[1]} ${job.dueAt.toISOString()}`)
    .sort();
};

test("are planned when an event is published, at ten in London whatever the season", async () => {
  const summer = await anEvent(ctx, REMINDERS);
  expect(await planned(summer.id)).toEqual(["1 2026-06-30T09:00:00.000Z", "7 2026-06-24T09:00:00.000Z"]);
  const autumn = await anEvent(ctx, {
    ...REMINDERS,
    startsLocal: "2026-10-26T18:30",
    endsLocal: "2026-10-26T20:00",
  });
  expect(await planned(autumn.id)).toEqual(["1 2026-10-25T10:00:00.000Z", "7 2026-10-19T09:00:00.000Z"]);
  expect(reminderAt({ startsAt: at("2028-03-01T00:30") }, 1)).toEqual(at("2028-02-29T10:00"));
});

test("go by the channel that each person chose", () => {
  const all = [14, 7, 1];
  const days = (channel: string) => all.filter((one) => remindsBy(channel, one, all));
  expect(days("email")).toEqual([14, 7, 1]);
  expect(days("phone")).toEqual([1]);
  expect(days("letter")).toEqual([14]);
  expect(days("none")).toEqual([]);
  expect(remindsBy("letter", 1, [1])).toBe(false);
});

describe("are sent", () => {
  test("once to each who has a place, however often and in however many processes they run", async () => {
    const event = await anEvent(ctx, { ...REMINDERS, capacity: "2" });
    const email = await aRegistration(ctx, event, { helperName: "Jo", helperContact: "jo@example.org" });
    const caller = await aRegistration(ctx, event, { contact: "phone", phone: "020 7946 0111" });
    const waits = await aRegistration(ctx, event);
    const week = `${event.id}:7`;
    await Promise.all([1, 2, 3].map(() => remindParties(clockAt("2026-06-24T10:00"), week)));
    await remindParties(clockAt("2026-06-24T10:05"), week);
    expect((await remindersOf(email.id)).map((one) => one.recipient).sort()).toEqual(
      [email.id && expect.stringContaining("resident"), "jo@example.org"].reverse(),
    );
    expect(await remindersOf(caller.id)).toEqual([]);
    await remindParties(clockAt("2026-06-30T10:00"), `${event.id}:1`);
    expect(await remindersOf(email.id)).toHaveLength(4);
    expect((await remindersOf(caller.id)).map((one) => one.channel)).toEqual(["call"]);
    expect(await remindersOf(waits.id)).toEqual([]);
  });

  test("to more people than one write takes", async () => {
    const event = await anEvent(ctx, { ...REMINDERS, capacity: "150" });
    for (let n = 0; n < 120; n += 1) await aRegistration(ctx, event);
    const answer = await remindParties(clockAt("2026-06-24T10:00"), `${event.id}:7`);
    expect(answer).toEqual({ ok: true, told: 120 });
  });

  test("anew when the event moves; what was still to be done for the old date is taken back", async () => {
    const event = await anEvent(ctx, REMINDERS);
    const caller = await aRegistration(ctx, event, { contact: "phone", phone: "020 7946 0111" });
    await remindParties(clockAt("2026-06-30T10:00"), `${event.id}:1`);
    const typed = eventTyped({
      ...REMINDERS,
      startsLocal: "2026-07-08T18:30",
      endsLocal: "2026-07-08T20:30",
    });
    await editEvent({ ...asStaff(ctx), now: at("2026-06-30T11:00") }, { slug: event.slug, typed });
    expect((await remindersOf(caller.id)).map((one) => one.state)).toEqual(["withdrawn"]);
    expect(await planned(event.id)).toContain("1 2026-07-07T09:00:00.000Z");
    // The job of the old date finds nothing to do.
    expect(await remindParties(clockAt("2026-06-30T12:00"), `${event.id}:1`)).toEqual({ ok: true, told: 0 });
    expect(await remindParties(clockAt("2026-07-07T10:00"), `${event.id}:1`)).toEqual({ ok: true, told: 1 });
    expect((await remindersOf(caller.id)).map((one) => one.state).sort()).toEqual(["waiting", "withdrawn"]);
  });

  test("to nobody who gave up their place, nor of an event that is off, nor when taken out of the plan", async () => {
    const event = await anEvent(ctx, REMINDERS);
    const caller = await aRegistration(ctx, event, { contact: "phone", phone: "020 7946 0111" });
    await remindParties(clockAt("2026-06-30T10:00"), `${event.id}:1`);
    await cancelRegistration({ ...asStaff(ctx), now: at("2026-06-30T11:00") }, { id: caller.id });
    expect((await remindersOf(caller.id)).map((one) => one.state)).toEqual(["withdrawn"]);
    await editEvent(asStaff(ctx), { slug: event.slug, typed: eventTyped({ reminders: "7" }) });
    await aRegistration(ctx, event);
    expect(await remindParties(clockAt("2026-06-30T12:00"), `${event.id}:1`)).toEqual({ ok: true, told: 0 });
    expect(await remindParties(asAnyone(ctx), `${event.id}:7`)).toEqual({ ok: false, reason: "missing" });
  });
});

test("a change says how it was before", async () => {
  const event = await anEvent(ctx);
  const one = await aRegistration(ctx, event);
  const typed = eventTyped({ venue: "hill-hall", startsLocal: "2026-07-01T19:00" });
  await editEvent(asStaff(ctx), { slug: event.slug, typed });
  const [news] = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutId, one.id), like(messages.key, "%:event_changed:%")));
  expect(news?.text).toContain("It was: Wednesday 1 July 2026, 6:30pm to 8:30pm, Wharf Hall.");
  expect(news?.text).toContain("Hill Hall");
  expect(news?.text).toContain("7pm");
});
