import { beforeAll, beforeEach, expect, test } from "vitest";
import { type EventRow, findEventRow } from "~/features/events/read.server";
import { listAttendance, listEventTallies } from "~/features/events/read-attendance.server";
import { recordAttendance } from "~/features/events/record-attendance.server";
import type { Ctx } from "~/platform/context.server";
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
} from "../../support/factories";

const SUMMER = { from: at("2026-06-01T00:00"), to: at("2026-08-01T00:00") };

let before: Ctx;
let after: Ctx;
let event: EventRow;

beforeAll(async () => {
  before = await aHouse();
  after = { ...before, now: at("2026-07-02T10:00") };
  await aBorough(before);
});

/** An event that a party of three and one person alone had places at. */
beforeEach(async () => {
  event = await anEvent(before);
  await aRegistration(before, event, { party: "3", neighbourhood: "canalside" });
  await aRegistration(before, event);
});

const came = (neighbourhood: string, attended: number, noShow: number, walkIns: number | string) => ({
  neighbourhood,
  attended,
  noShow,
  walkIns,
});

const record = (ctx: Ctx, ...counts: ReturnType<typeof came>[]) =>
  recordAttendance(ctx, { slug: event.slug, typed: { counts } });

test("people are counted by where they live, those without a place apart; a second count replaces the first", async () => {
  const team = asStaff(after, "team_member", CANALSIDE);
  expect(await record(team, came("canalside", 1, 3, 0))).toMatchObject({ ok: true });
  const second = await record(team, came("canalside", 2, 1, " 4 "), came("", 1, 0, ""));
  expect(second).toEqual({ ok: true, attended: 3, noShow: 1, walkIns: 4 });

  const tally = (await listEventTallies(team, SUMMER)).find((one) => one.event.id === event.id);
  expect(tally).toMatchObject({ attended: 3, noShow: 1, walkIns: 4, parties: { all: 2, confirmed: 2 } });
  const homes = await listAttendance(team, SUMMER);
  expect(homes.find((row) => row.neighbourhoodId === "")).toMatchObject({ attended: 1, noShow: 0 });
});

test("never more than had a place, nor fewer than nobody, nor a neighbourhood twice or unknown", async () => {
  expect(await record(after, came("canalside", 3, 1, 90), came("", 1, 0, 0))).toMatchObject({
    reason: "too_many",
    fields: { counts: [expect.stringContaining("4 people had a place")] },
  });
  expect(await record(after, came("canalside", -1, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await record(after, came("canalside", 1.5, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await record(after, came("canalside", 1, 0, "many"))).toMatchObject({ reason: "invalid" });
  expect(await record(after, came("", 1, 0, 0), came("", 1, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await record(after, came("atlantis", 1, 0, 0))).toMatchObject({ reason: "invalid" });
  expect(await listAttendance(after, { from: event.startsAt, to: event.endsAt })).not.toContainEqual(
    expect.objectContaining({ attended: 90 }),
  );
  expect(await record(after, came("canalside", 4, 0, 0))).toMatchObject({ ok: true });
});

test("not before it begins, never for a cancelled one, and only by the team that runs it", async () => {
  const some = came("canalside", 1, 0, 0);
  expect(await record(before, some)).toMatchObject({ reason: "not_yet" });
  for (const ctx of [asAnyone(after), asStaff(after, "team_member", HIGHDOWN), asStaff(after, "analyst")]) {
    expect(await record(ctx, some)).toMatchObject({ reason: "missing" });
  }
  event = await anEvent(before, { traits: ["cancelled"] });
  expect(await record(after, some)).toMatchObject({ reason: "cancelled" });
  event = { ...event, slug: "no-such-event" };
  expect(await record(after, some)).toMatchObject({ reason: "missing" });
});

test("staff read the numbers of the events whose lists they may see, and nobody else does", async () => {
  await record(after, came("canalside", 1, 0, 0));
  for (const ctx of [asAnyone(after), asStaff(after, "team_member", HIGHDOWN)]) {
    expect(await listEventTallies(ctx, SUMMER)).toEqual([]);
    expect(await listAttendance(ctx, SUMMER)).toEqual([]);
  }
  const elsewhen = { from: at("2026-01-01T00:00"), to: event.startsAt };
  expect(await listEventTallies(after, elsewhen)).toEqual([]);
  expect(await findEventRow(after, { id: event.id })).toMatchObject({ confirmedPlaces: 4 });
});
