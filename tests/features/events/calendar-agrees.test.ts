import { and, eq, like } from "drizzle-orm";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { beforeAll, describe, expect, test } from "vitest";
import { messages } from "~/db/tables/platform";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { editEvent } from "~/features/events/edit-event.server";
import { calendarOf, eventCalendarFor } from "~/features/events/export-calendar.server";
import { eventJsonLd } from "~/features/events/export-json-ld.server";
import { publishSeries } from "~/features/events/publish-series.server";
import { findEvent, listSeries } from "~/features/events/read.server";
import { findParty } from "~/features/events/read-registrations.server";
import { repeatEvent } from "~/features/events/repeat-event.server";
import type { Ctx } from "~/platform/context.server";
import { clock, longDay, wallOf } from "~/platform/london";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asStaff,
  eventTyped,
  getEvent,
  later,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

type Read = { uid: string; starts: string; ends: string; sequence: number; status: string };

/** What a calendar file says, read by two parsers that did not write it and that must agree. */
function readTwice(file: string): { method: string; entries: Read[] } {
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const first = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      starts: event.startDate.toJSDate().toISOString(),
      ends: event.endDate.toJSDate().toISOString(),
      sequence: event.sequence,
      status: String(component.getFirstPropertyValue("status")),
    };
  });
  const second = Object.values(nodeIcal.sync.parseICS(file)).flatMap((one) =>
    one && "type" in one && one.type === "VEVENT"
      ? [
          {
            uid: one.uid,
            starts: one.start.toISOString(),
            ends: one.end?.toISOString() ?? "",
            sequence: Number(one.sequence),
            status: String(one.status),
          },
        ]
      : [],
  );
  const sorted = (list: Read[]) => [...list].sort((a, b) => a.uid.localeCompare(b.uid));
  expect(sorted(second)).toEqual(sorted(first));
  return { method: String(calendar.getFirstPropertyValue("method")), entries: first };
}

async function fileOf(registrationId: string) {
  const party = await findParty(ctx, { id: registrationId });
  if (!party) throw new Error("no such booking");
  return readTwice(await eventCalendarFor(ctx, party.event, party.registration));
}

async function mailOf(registrationId: string, news: string) {
  const [mail] = await ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutId, registrationId), like(messages.key, `%:${news}:%`)));
  if (!mail) throw new Error(`no mail: ${news}`);
  return mail;
}

describe("page, mail, calendar file and JSON-LD agree", () => {
  test.each([
    ["the evening before the clocks go forward", "2027-03-27T23:00", "2027-03-28T02:30", "+00:00"],
    ["the day they go forward", "2027-03-28T09:00", "2027-03-28T11:00", "+01:00"],
    ["the evening before they go back", "2026-10-24T22:00", "2026-10-25T03:00", "+01:00"],
    ["the day they go back", "2026-10-25T09:00", "2026-10-25T11:00", "+00:00"],
    ["29 February", "2028-02-29T18:30", "2028-02-29T20:00", "+00:00"],
  ])("on %s", async (_, startsLocal, endsLocal, offset) => {
    const event = await anEvent(ctx, { startsLocal, endsLocal });
    const booked = await aRegistration(ctx, event);
    const mail = await mailOf(booked.id, "confirmed");
    expect(wallOf(event.startsAt)).toBe(startsLocal);
    const page = { day: longDay(event.startsAt), from: clock(event.startsAt), to: clock(event.endsAt) };
    expect(mail.text).toContain(page.day);
    expect(mail.text).toContain(`${page.from} to ${page.to}`);
    const instants = { starts: event.startsAt.toISOString(), ends: event.endsAt.toISOString() };
    for (const file of [mail.calendar ?? "", calendarOf(ctx, "All", [{ event, venue: null }])]) {
      expect(readTwice(file).entries).toMatchObject([instants]);
      expect(file).toContain(`DTSTART;TZID=Europe/London:${startsLocal.replace(/[-:]/g, "")}00`);
    }
    const seen = await findEvent(ctx, event.slug);
    expect(seen && eventJsonLd(ctx, seen).startDate).toBe(`${startsLocal}:00${offset}`);
  });

  test("for a weekly series across the change: the same time on the wall, another instant", async () => {
    const first = await anEvent(ctx, {
      startsLocal: "2026-10-18T18:30",
      endsLocal: "2026-10-18T20:30",
    });
    const typed = { unit: "week", every: "1", times: "3" };
    const made = await repeatEvent(asStaff(ctx), { slug: first.slug, typed });
    await publishSeries(asStaff(ctx), { slug: first.slug });
    const all = await listSeries(ctx, made.ok ? made.seriesId : "");
    const { entries } = readTwice(
      calendarOf(
        ctx,
        "All",
        all.map((event) => ({ event, venue: null })),
      ),
    );
    expect(entries.map((entry) => entry.starts)).toEqual([
      "2026-10-18T17:30:00.000Z",
      "2026-10-25T18:30:00.000Z",
      "2026-11-01T18:30:00.000Z",
    ]);
    expect(new Set(entries.map((entry) => entry.uid)).size).toBe(3);
    expect(new Set(all.map((event) => clock(event.startsAt)))).toEqual(new Set(["6:30pm"]));
  });
});

test("the id stays and the number rises with each change; a cancelled event takes the entry out", async () => {
  const event = await anEvent(ctx);
  const booked = await aRegistration(ctx, event);
  const before = await fileOf(booked.id);
  expect(before).toMatchObject({ method: "PUBLISH", entries: [{ sequence: 0, status: "CONFIRMED" }] });
  const typed = eventTyped({ startsLocal: "2026-07-01T19:00" });
  await editEvent(later(asStaff(ctx), 1), { slug: event.slug, typed });
  const moved = await fileOf(booked.id);
  expect(moved.entries).toMatchObject([{ uid: before.entries[0]?.uid, sequence: 1 }]);
  expect(moved.entries[0]?.starts).toBe("2026-07-01T18:00:00.000Z");
  const mailed = readTwice((await mailOf(booked.id, "event_changed")).calendar ?? "");
  expect(mailed).toEqual(moved);
  await cancelEvent(later(asStaff(ctx), 2), { slug: event.slug, typed: { reason: "The hall is closed." } });
  const gone = await fileOf(booked.id);
  expect(gone).toMatchObject({
    method: "CANCEL",
    entries: [{ uid: before.entries[0]?.uid, sequence: 2, status: "CANCELLED" }],
  });
  expect(readTwice((await mailOf(booked.id, "event_cancelled")).calendar ?? "")).toEqual(gone);
  const { entries } = readTwice(
    calendarOf(ctx, "All", [{ event: await getEvent(ctx, event.id), venue: null }]),
  );
  expect(entries).toMatchObject([{ status: "CANCELLED", sequence: 2 }]);
});
