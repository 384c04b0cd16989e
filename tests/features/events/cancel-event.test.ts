import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { registrations } from "~/db/tables/events";
import { auditEvents, messages } from "~/db/tables/platform";
import { cancelEvent } from "~/features/events/cancel-event.server";
import { countByChannel } from "~/features/events/read-staff-parties.server";
import type { Ctx } from "~/platform/context.server";
import {
  aBorough,
  aHouse,
  anEvent,
  aRegistration,
  asStaff,
  CANALSIDE,
  getEvent,
  getRegistration,
  later,
} from "../../support/factories";

let ctx: Ctx;
beforeAll(async () => {
  ctx = await aHouse();
  await aBorough(ctx);
});

const reason = "The hall has a leak, and we could not find another room.";
const cancel = (slug: string, who = later(asStaff(ctx), 1)) => cancelEvent(who, { slug, typed: { reason } });
const told = (id: string) =>
  ctx.db
    .select()
    .from(messages)
    .where(and(eq(messages.aboutId, id), eq(messages.state, "waiting")));

describe("cancelling an event", () => {
  test("ends every registration, tells each once by their way, and takes back what was not sent", async () => {
    const event = await anEvent(ctx, { capacity: "2" });
    const byMail = await aRegistration(ctx, event);
    const byPhone = await aRegistration(ctx, event, { contact: "phone", phone: "020 7946 0111" });
    const byLetter = await aRegistration(ctx, event, { contact: "letter", address: "2 Wharf Road\nLK1 4AB" });
    const silent = await aRegistration(ctx, event, { contact: "none" });
    const helped = await aRegistration(ctx, event, { helperName: "Sam", helperContact: "sam@example.org" });
    const before = await countByChannel(ctx, event.id);
    expect(before).toEqual({ email: 2, phone: 1, letter: 1, none: 1, helpers: 1 });

    const done = await cancel(event.slug);
    expect(done).toEqual({ ok: true, already: false, told: { email: 2, phone: 1, letter: 1, none: 1 } });
    expect(await getEvent(ctx, event.id)).toMatchObject({
      state: "cancelled",
      cancelReason: reason,
      sequence: 1,
      confirmedPlaces: 0,
      heldPlaces: 0,
      keptPlaces: 0,
      waitingCount: 0,
    });
    for (const one of [byMail, byPhone, byLetter, silent, helped]) {
      expect(await getRegistration(ctx, one.id)).toMatchObject({
        state: "cancelled",
        ended: "event_cancelled",
      });
    }
    expect((await told(byMail.id)).map((m) => m.channel)).toEqual(["email"]);
    expect((await told(byPhone.id)).map((m) => m.channel)).toEqual(["call"]);
    expect((await told(byLetter.id)).map((m) => m.channel)).toEqual(["letter"]);
    expect(await told(silent.id)).toEqual([]);
    expect((await told(helped.id)).map((m) => m.recipient).sort()).toEqual([
      expect.stringContaining("@example.org"),
      "sam@example.org",
    ]);
    expect((await told(byMail.id))[0]?.calendar).toContain("METHOD:CANCEL");
  });

  test("happens once, however often it is sent", async () => {
    const event = await anEvent(ctx);
    const one = await aRegistration(ctx, event);
    const answers = await Promise.all([cancel(event.slug), cancel(event.slug), cancel(event.slug)]);
    expect(answers.filter((answer) => answer.ok && !answer.already)).toHaveLength(1);
    expect(await told(one.id)).toHaveLength(1);
    expect((await getEvent(ctx, event.id)).sequence).toBe(1);
  });

  test("leaves those who had left already as they were, and writes no name into the audit", async () => {
    const event = await anEvent(ctx);
    const gone = await aRegistration(ctx, event);
    await ctx.store.transact([`event:${event.id}`], (tx) =>
      tx
        .update(registrations)
        .set({ state: "cancelled", ended: "by_person" })
        .where(eq(registrations.id, gone.id)),
    );
    await cancel(event.slug);
    expect((await getRegistration(ctx, gone.id)).ended).toBe("by_person");
    const [row] = await ctx.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectId, event.id), eq(auditEvents.act, "events.cancelled")));
    expect(row?.detail).toEqual({ email: 0, phone: 0, letter: 0, none: 0 });
  });

  test("is refused without a reason, after the event, and to those who may not", async () => {
    const event = await anEvent(ctx);
    const without = await cancelEvent(asStaff(ctx), { slug: event.slug, typed: { reason: " " } });
    expect(without).toMatchObject({ ok: false, reason: "invalid", fields: { reason: [expect.any(String)] } });
    expect(await cancel(event.slug, later(asStaff(ctx), 24 * 60))).toEqual({ ok: false, reason: "past" });
    expect(await cancel(event.slug, asStaff(ctx, "team_member", CANALSIDE))).toEqual({
      ok: false,
      reason: "not_allowed",
    });
    expect((await getEvent(ctx, event.id)).state).toBe("published");
  });
});
