import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { registrationNeeds } from "~/db/tables/events";
import { accounts, participants } from "~/db/tables/people";
import { auditEvents } from "~/db/tables/platform";
import { forgetNeeds } from "~/features/events/forget-needs.server";
import { reckonEvent } from "~/features/events/read-attendance.server";
import type { Ctx } from "~/platform/context.server";
import { send, walkIn } from "../../support/door";
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

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const on = (wall: string): Ctx => ({ ...ctx, now: at(wall) });
const participantOf = async (id: string) => {
  const { participantId } = await getRegistration(ctx, id);
  const [row] = await ctx.db.select().from(participants).where(eq(participants.id, participantId));
  if (!row) throw new Error("The person's row should stay.");
  return row;
};
const needsOf = (id: string) =>
  ctx.db.select().from(registrationNeeds).where(eq(registrationNeeds.registrationId, id));

test("needs go 14 days after the event, names after 12 months, counts stay, and twice is once", async () => {
  const event = await anEvent(ctx, { endsLocal: "2026-07-01T20:30" });
  const other = await anEvent(ctx, { startsLocal: "2026-09-01T18:30", endsLocal: "2026-09-01T20:30" });
  const asked = {
    name: "Ada Quill",
    needs: ["step_free", "quiet_space"],
    needsDetail: "A chair with arms",
    language: "Somali",
    helperName: "Sam",
    helperContact: "sam@example.org",
    hereAs: "carer",
    organisation: "Canal Bridges",
    ownPlace: "by the lock",
    neighbourhood: "canalside",
    party: "2",
  };
  const one = await aRegistration(ctx, event, asked);
  const next = await aRegistration(ctx, other, asked);

  expect(await forgetNeeds(on("2026-07-15T20:29"))).toMatchObject({ ok: true, needs: 0, people: 0 });
  expect(await forgetNeeds(on("2026-07-15T20:31"))).toMatchObject({ ok: true, needs: 1, people: 0 });
  expect(await needsOf(one.id)).toEqual([]);
  expect(await getRegistration(ctx, one.id)).toMatchObject({
    needsDetail: null,
    language: null,
    helperName: null,
    helperContact: null,
    party: 2,
    state: "confirmed",
  });
  expect(await needsOf(next.id)).toHaveLength(2);
  expect((await participantOf(one.id)).name).toBe("Ada Quill");
  expect(await forgetNeeds(on("2026-07-16T03:00"))).toMatchObject({ ok: true, needs: 0, people: 0 });

  expect(await forgetNeeds(on("2027-07-01T20:29"))).toMatchObject({ people: 0 });
  expect(await forgetNeeds(on("2027-07-01T20:31"))).toMatchObject({ people: 1 });
  expect(await participantOf(one.id)).toMatchObject({
    name: "",
    nameFolded: "",
    email: null,
    contactFolded: null,
    organisation: null,
    ownPlace: null,
    preferredContact: "none",
    kind: "carer",
  });
  expect((await participantOf(next.id)).name).toBe("Ada Quill");
  expect(await forgetNeeds(on("2027-07-02T03:00"))).toMatchObject({ needs: 0, people: 0 });
  expect(await getEvent(ctx, event.id)).toMatchObject({ confirmedPlaces: 2 });

  const trail = await ctx.db.select().from(auditEvents).where(eq(auditEvents.subjectKind, "retention"));
  expect(JSON.stringify(trail)).not.toContain("Ada");
  expect(trail.find((row) => row.act === "events.forgot_people")?.detail).toEqual({ people: 1 });
});

test("someone with an account is left to end it themselves", async () => {
  const event = await anEvent(ctx, { title: "With an account" });
  const one = await aRegistration(ctx, event, { name: "Noor Vale" });
  const { participantId } = await getRegistration(ctx, one.id);
  await ctx.store.transact(["people"], (tx) =>
    tx.insert(accounts).values({
      id: "018f0000-0000-7000-8000-0000000000cc",
      slug: "noor-vale",
      name: "Noor Vale",
      nameFolded: "noorvale",
      email: "noor@example.org",
      participantId,
      state: "active",
      createdAt: ctx.now,
    }),
  );
  await forgetNeeds(on("2028-01-01T03:00"));
  expect((await participantOf(one.id)).name).toBe("Noor Vale");
});

test("more than one batch goes in one night", { timeout: 60_000 }, async () => {
  const event = await anEvent(ctx, { title: "A large hall", capacity: "1000" });
  const first = await aRegistration(ctx, event);
  await ctx.store.transact(["many"], async (tx) => {
    const rows = Array.from({ length: 1100 }, (_, n) => ({
      ...first,
      id: `018f0000-0000-7000-9000-${String(n).padStart(12, "0")}`,
      reference: `MANY-${n}`,
      needsDetail: "A seat near the door",
    }));
    const { registrations } = await import("~/db/tables/events");
    for (let n = 0; n < rows.length; n += 100) await tx.insert(registrations).values(rows.slice(n, n + 100));
  });
  expect(await forgetNeeds(on("2026-08-01T03:00"))).toMatchObject({ needs: 1100 });
});

test("only the house forgets", async () => {
  await expect(forgetNeeds(asStaff(ctx, "admin"))).rejects.toThrow();
});

test("somebody who came without booking and gave a name is forgotten after 12 months too", async () => {
  const event = await anEvent(ctx, { startsLocal: "2026-07-01T18:30", endsLocal: "2026-07-01T20:30" });
  await send(on("2026-07-01T18:40"), event, [walkIn({ name: "Walter Stray", neighbourhood: "canalside" })]);
  const named = () => ctx.db.select().from(participants).where(eq(participants.name, "Walter Stray"));
  await forgetNeeds(on("2027-06-30T10:00"));
  expect(await named()).toHaveLength(1);
  await forgetNeeds(on("2027-07-02T10:00"));
  expect(await named()).toEqual([]);
  expect(await reckonEvent(ctx, event.id)).toMatchObject({ walkIns: 1 });
});
