import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import { events, registrations } from "~/db/tables/events";
import { participants } from "~/db/tables/people";
import { messages } from "~/db/tables/platform";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { schedule } from "~/platform/jobs.server";
import { withdrawMessages } from "~/platform/outbox.server";
import { may } from "./may";
import { reminderKey, tellPerson } from "./messages";
import { type EventRow, findEventRow } from "./read.server";
import { listActiveParties } from "./read-registrations.server";
import { markOf, reminderAt, remindsBy } from "./reminders";

/** So many are reminded in one write, so that nobody who books has to wait for all of them. */
const AT_ONCE = 100;

/** Plans an event's reminders: those whose time is still to come. The same plan twice is one. Inside a write. */
export async function planReminders(ctx: Ctx, event: EventRow): Promise<void> {
  if (event.state !== "published") return;
  for (const days of event.reminders) {
    const dueAt = reminderAt(event, days);
    if (dueAt <= ctx.now) continue;
    await schedule(ctx, { name: "events.remind", subject: `${event.id}:${days}`, dueAt });
  }
}

/** Takes back reminders of the old date that are not out yet, and plans those of the new one. Inside a write. */
export async function planAnew(ctx: Ctx, event: EventRow, moved: boolean): Promise<void> {
  if (moved) {
    for (const { registration } of await listActiveParties(ctx, event)) {
      const { id } = registration;
      await withdrawMessages(ctx, { kind: "registration", ids: [id] }, reminderKey(id));
    }
  }
  await planReminders(ctx, event);
}

/**
 * Reminds everyone who has a place, by the channel they chose; run by the clock with `event:days`. Safe to
 * run twice and in several processes: each is told once for this date. Does nothing for an event that has
 * moved, is not on any more, or has taken that reminder off. Refuses everyone but the house.
 */
export async function remindParties(
  ctx: Ctx,
  subject: string,
): Promise<{ ok: true; told: number } | Refusal<"missing">> {
  const [id = "", typed = ""] = subject.split(":");
  const days = Number(typed);
  let told = 0;
  let after = 0;
  for (;;) {
    const batch = await remindSome(ctx, id, days, after);
    if (!batch.ok) return batch;
    told += batch.told;
    if (batch.last === null) return { ok: true, told };
    after = batch.last;
  }
}

type Batch = { ok: true; told: number; last: number | null };

async function remindSome(
  ctx: Ctx,
  id: string,
  days: number,
  after: number,
): Promise<Batch | Refusal<"missing">> {
  return write(ctx, { locks: [`event:${id}`] }, async (ctx): Promise<Batch | Refusal<"missing">> => {
    const event = await findEventRow(ctx, { id });
    if (!event || !may.remind(ctx.actor)) return { ok: false, reason: "missing" };
    const due = reminderAt(event, days);
    const isOn = event.state === "published" && event.startsAt > ctx.now;
    if (!isOn || due > ctx.now || !event.reminders.includes(days)) return { ok: true, told: 0, last: null };
    const rows = await nextParties(ctx, id, due, after);
    const mark = markOf(event, days);
    const before = await keysThere(
      ctx,
      rows.map(({ registration }) => `${reminderKey(registration.id, mark)}:`),
    );
    let told = 0;
    for (const party of rows) {
      const by = party.participant.preferredContact;
      if (!remindsBy(by, days, event.reminders)) continue;
      if (before.has(`${reminderKey(party.registration.id, mark)}:`)) continue;
      await tellPerson(ctx, { ...party, event }, "reminder", { mark });
      told += 1;
    }
    if (told > 0) await audit(ctx, "events.reminded", { kind: "event", id }, { days, told });
    const last = rows.length < AT_ONCE ? null : (rows.at(-1)?.registration.queueNumber ?? null);
    return { ok: true, told, last };
  });
}

/** Who booked after the moment of the reminder has just been told everything. */
async function nextParties(ctx: Ctx, eventId: string, due: Date, after: number) {
  return ctx.db
    .select({ registration: registrations, participant: participants })
    .from(registrations)
    .innerJoin(participants, eq(participants.id, registrations.participantId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.state, "confirmed"),
        gt(registrations.queueNumber, after),
        lt(registrations.createdAt, due),
      ),
    )
    .orderBy(asc(registrations.queueNumber))
    .limit(AT_ONCE);
}

async function keysThere(ctx: Ctx, keys: readonly string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await ctx.db
    .select({ key: messages.key })
    .from(messages)
    .where(inArray(messages.key, [...keys]));
  return new Set(rows.map((row) => row.key));
}
