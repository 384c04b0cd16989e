import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { invitations } from "~/db/tables/events-invitations";
import { retentionRuns } from "~/db/tables/events-retention";
import { participants } from "~/db/tables/people";
import { auditEvents, messages } from "~/db/tables/platform";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { holdEvent } from "~/features/events/hold-event.server";
import { invitePerson } from "~/features/events/invite-person.server";
import { findInvitation, invitationLink } from "~/features/events/read-invitations.server";
import { listEventNeeds } from "~/features/events/read-needs.server";
import { listRuns, previewRetention } from "~/features/events/read-retention.server";
import { releaseEvent } from "~/features/events/release-event.server";
import { runRetention } from "~/features/events/run-retention.server";
import { PERIODS, periodsOf } from "~/features/places/periods";
import { setPeriods } from "~/features/places/set-periods.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asStaff,
  at,
  getEvent,
  getRegistration,
} from "../../support/factories";

let house: Ctx;
beforeAll(async () => {
  house = await aHouse();
  await aBorough(house);
});

const on = (ctx: Ctx, wall: string): Ctx => ({ ...ctx, now: at(wall) });
const carl = (wall: string) => on(asStaff(house, "data_protection"), wall);
const REASON = "Complaint of 12 July is open";
const nameOf = async (registrationId: string) => {
  const { participantId } = await getRegistration(house, registrationId);
  const [row] = await house.db.select().from(participants).where(eq(participants.id, participantId));
  return row?.name;
};

test("the dry run says what goes and when, deletes nothing, and the run does what it said", async () => {
  const event = await anEvent(house, { title: "Dry run" });
  await aRegistration(house, event, { needs: ["step_free"] });
  const other = await aRegistration(house, event);
  expect((await previewRetention(carl("2026-06-30T10:00"))).map((one) => one.slug)).not.toContain(event.slug);
  const planned = async (wall: string) =>
    (await previewRetention(carl(wall))).find((one) => one.slug === event.slug);
  const first = await planned("2026-07-02T10:00");
  expect(first).toMatchObject({ needs: 1, people: 2, hold: null });
  expect(first?.needsGoAt).toEqual(at("2026-07-15T20:30"));
  expect(first?.peopleGoAt).toEqual(at("2027-07-01T20:30"));
  expect(await planned("2026-07-02T10:00")).toEqual(first);
  expect(await listEventNeeds(house, event.id)).toHaveLength(1);
  expect(await runRetention(carl("2026-07-16T10:00"))).toMatchObject({ ok: true, needs: 1, people: 0 });
  expect(await planned("2026-07-16T11:00")).toMatchObject({ needs: 0, people: 2 });
  expect(await nameOf(other.id)).not.toBe("");
  expect(await runRetention(carl("2027-07-02T10:00"))).toMatchObject({ needs: 0, people: 2 });
  expect(await planned("2027-07-02T11:00")).toBeUndefined();
  expect(await nameOf(other.id)).toBe("");
  expect(await getEvent(house, event.id)).toMatchObject({ confirmedPlaces: 2 });
});

test("who was invited goes with the event's other names, from messages too, and the dry run counts them", async () => {
  const event = await anEvent(house, { title: "By invitation", registration: "invite_only" });
  const invite = async (name: string) => {
    const typed = { name, channel: "email", email: "amara.vale@example.org" };
    const made = await invitePerson(asStaff(house), { slug: event.slug, typed });
    if (!made.ok) throw new Error(made.reason);
    const [row] = await house.db.select().from(invitations).where(eq(invitations.id, made.id));
    if (!row) throw new Error("There is no such invitation.");
    return row;
  };
  const amara = await invite("Amara Vale");
  const link = invitationLink(house, amara);
  const planned = async (wall: string) =>
    (await previewRetention(carl(wall))).find((one) => one.slug === event.slug);
  expect(await planned("2026-07-02T10:00")).toMatchObject({ people: 0, invited: 1 });
  await holdEvent(carl("2026-07-12T10:00"), { slug: event.slug, typed: { reason: REASON } });
  await forgetNeeds(on(house, "2027-07-02T10:00"));
  expect(await findInvitation(house, link)).not.toBeNull();
  await releaseEvent(carl("2027-07-03T10:00"), { slug: event.slug });
  expect(await runRetention(carl("2027-07-03T11:00"))).toMatchObject({ invitations: 1 });
  expect(await planned("2027-07-03T12:00")).toBeUndefined();
  expect((await listRuns(house))[0]?.run.invitations).toBe(1);
  const kept = [
    await house.db.select().from(invitations).where(eq(invitations.eventId, event.id)),
    await house.db.select().from(messages).where(eq(messages.aboutId, amara.id)),
  ];
  expect(kept.flat()).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toMatch(/amara/i);
  expect(await findInvitation(house, link)).toBeNull();
  expect(await forgetNeeds(on(house, "2027-07-03T12:00"))).toMatchObject({ invitations: 0 });
});

test("what is held stays, with its reason, until the hold is lifted", async () => {
  const event = await anEvent(house, { title: "Held" });
  const booked = await aRegistration(house, event, { needs: ["quiet_space"], name: "Ada Quill" });
  expect(
    await holdEvent(carl("2026-07-12T10:00"), { slug: event.slug, typed: { reason: "hm" } }),
  ).toMatchObject({
    reason: "invalid",
  });
  const typed = { reason: REASON };
  expect(await holdEvent(carl("2026-07-12T10:00"), { slug: event.slug, typed })).toEqual({
    ok: true,
    already: false,
  });
  expect(await holdEvent(carl("2026-07-12T11:00"), { slug: event.slug, typed })).toEqual({
    ok: true,
    already: true,
  });
  await forgetNeeds(on(house, "2028-01-01T10:00"));
  expect(await listEventNeeds(house, event.id)).toHaveLength(1);
  expect(await nameOf(booked.id)).toBe("Ada Quill");
  const [seen] = (await previewRetention(carl("2028-01-01T11:00"))).filter((one) => one.slug === event.slug);
  expect(seen?.hold).toMatchObject({ reason: REASON });
  expect(await releaseEvent(carl("2028-01-02T10:00"), { slug: event.slug })).toEqual({ ok: true });
  expect(await releaseEvent(carl("2028-01-02T10:00"), { slug: event.slug })).toEqual({ ok: true });
  await forgetNeeds(on(house, "2028-01-03T10:00"));
  expect(await listEventNeeds(house, event.id)).toEqual([]);
  expect(await nameOf(booked.id)).toBe("");
});

test("each run that deleted something is in the log, with who asked for it and how much, and nobody's name", async () => {
  const event = await anEvent(house, { title: "Logged" });
  await aRegistration(house, event, { needs: ["step_free"], name: "Ottoline Gray" });
  const before = (await listRuns(house)).length;
  await forgetNeeds(on(house, "2026-07-16T10:00"));
  await forgetNeeds(on(house, "2026-07-16T11:00"));
  await runRetention(carl("2026-07-16T12:00"));
  const runs = await listRuns(house);
  expect(runs.length - before).toBe(2);
  expect(runs[0]?.run).toMatchObject({
    startedBy:
      carl("2026-07-16T12:00").actor.kind === "account" ? "018f0000-0000-7000-8000-000000000001" : "",
    bookings: 0,
  });
  expect(runs[1]?.run).toMatchObject({ startedBy: null, bookings: 1 });
  expect(runs[1]?.run.messages).toBeGreaterThan(0);
  const trail = await house.db.select().from(auditEvents).where(eq(auditEvents.subjectKind, "retention"));
  const log = await house.db.select().from(retentionRuns);
  expect(JSON.stringify([trail, log])).not.toContain("Ottoline");
});

test("the run and the dry run go by the periods that are set", async () => {
  const event = await anEvent(house, { title: "Kept longer" });
  await aRegistration(house, event, { needs: ["step_free"] });
  const typed = Object.fromEntries(PERIODS.map(({ name }) => [name, String(periodsOf(null)[name])]));
  const set = async (change: Record<string, string>) => {
    const all = { ...typed, ...change, sure: "yes" };
    expect(await setPeriods(asStaff(house, "admin"), { typed: all })).toEqual({ ok: true });
  };
  await set({ accessNeedsDays: "30", registrationMonths: "24" });
  const [seen] = (await previewRetention(carl("2026-07-02T10:00"))).filter((one) => one.slug === event.slug);
  expect(seen).toMatchObject({ needsGoAt: at("2026-07-31T20:30"), peopleGoAt: at("2028-07-01T20:30") });
  await forgetNeeds(on(house, "2026-07-30T10:00"));
  expect(await listEventNeeds(house, event.id)).toHaveLength(1);
  await set({});
  await forgetNeeds(on(house, "2026-07-30T11:00"));
  expect(await listEventNeeds(house, event.id)).toEqual([]);
});

test("only who answers for people's data runs it, and holds things back", async () => {
  const event = await anEvent(house, { title: "Not yours" });
  for (const role of ["engagement_lead", "team_member", "analyst", "programme_lead"] as const) {
    const ctx = asStaff(house, role);
    expect(await runRetention(ctx)).toMatchObject({ reason: "not_allowed" });
    expect(await holdEvent(ctx, { slug: event.slug, typed: { reason: REASON } })).toMatchObject({
      reason: "not_allowed",
    });
    expect(await releaseEvent(ctx, { slug: event.slug })).toMatchObject({ reason: "not_allowed" });
  }
  expect(await runRetention(asStaff(house, "admin"))).toMatchObject({ ok: true });
});
