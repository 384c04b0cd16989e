import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { calendarOf, eventCalendarFor } from "~/features/events/export-calendar.server";
import { findParty } from "~/features/events/read-registrations.server";
import { registerForEvent } from "~/features/events/register.server";
import type { Ctx } from "~/platform/context.server";
import { aCtx, aPublishedEvent } from "../../support/town";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aCtx();
});

/** Reads a calendar file with a parser that is not the one which wrote it. */
function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
}

test.each([
  ["the day before the clocks go forward", "2026-03-28T23:00", "2026-03-28T23:00:00.000Z"],
  ["the day they go forward", "2026-03-29T09:00", "2026-03-29T08:00:00.000Z"],
  ["the day they go back", "2026-10-25T09:00", "2026-10-25T09:00:00.000Z"],
  ["the day before", "2026-10-24T18:30", "2026-10-24T17:30:00.000Z"],
  ["29 February", "2028-02-29T18:30", "2028-02-29T18:30:00.000Z"],
])("an event on %s is at the same instant in the calendar file", async (_, startsLocal, instant) => {
  const endsLocal = startsLocal
    .replace(/T(\d\d)/, (_all, hour) => `T${String(Number(hour) + 1).padStart(2, "0")}`)
    .replace("T24", "T23");
  const event = await aPublishedEvent(ctx, { startsLocal, endsLocal });
  expect(event.startsAt.toISOString()).toBe(instant);
  const [read] = eventsIn(calendarOf(ctx, "All", [{ event, venue: null }]));
  expect(read?.startDate.toJSDate().toISOString()).toBe(instant);
});

test("stamps are in UTC, the id stays, and a given-up place takes the entry out again", async () => {
  const event = await aPublishedEvent(ctx, { onlineLink: "https://meet.example.org/abc", mode: "hybrid" });
  const booked = await registerForEvent(ctx, {
    slug: event.slug,
    locale: "en",
    typed: { name: "A", contact: "none", attending: "online" },
  });
  const party = await findParty(ctx, { link: booked.ok ? booked.link : "" });
  if (!party) throw new Error("not booked");
  const has = await eventCalendarFor(ctx, party.event, party.registration);
  const gone = await eventCalendarFor(ctx, party.event, { ...party.registration, state: "cancelled" });
  expect(has).toMatch(/DTSTAMP:\d{8}T\d{6}Z/);
  expect(has).toContain("https://meet.example.org/abc");
  expect(gone).toContain("METHOD:CANCEL");
  expect(gone).not.toContain("meet.example.org");
  expect(eventsIn(has)[0]?.uid).toBe(eventsIn(gone)[0]?.uid);
  expect(calendarOf(ctx, "All", [{ event, venue: null }])).not.toContain("meet.example.org");
});
