import { inArray } from "drizzle-orm";
import { registrationNeeds, registrations } from "~/db/tables/events";
import { invitations } from "~/db/tables/events-invitations";
import { needTasks } from "~/db/tables/events-needs";
import { retentionRuns } from "~/db/tables/events-retention";
import { forgetParticipants } from "~/features/people/forget-participants.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { blankMessages } from "~/platform/outbox.server";
import { countNeeds } from "./count-needs.server";
import { may } from "./may";
import {
  countHeld,
  listForgettableInvitations,
  listForgettableNeeds,
  listForgettablePeople,
} from "./read-retention.server";

const BATCH = 500;

/** What one run deleted: bookings whose needs went, people and invitations whose details went, messages whose words went. */
export type Forgotten = { ok: true } & Run;
type Run = { needs: number; people: number; invitations: number; messages: number };

/**
 * Forgets what is no longer needed, hourly or at somebody's word. Some days after an event: what people
 * asked for, the work on it, their language, who helped them, and the words of what we told them. Months
 * after: names, contacts and where they said they live, of those who were invited too.
 * Places, states and counts stay, and everything of an event that is held. Safe to run twice. Refuses everyone but the house.
 */
export async function forgetNeeds(ctx: Ctx, startedBy: string | null = null): Promise<Forgotten> {
  if (!may.forget(ctx.actor)) throw new Error("Only the house itself forgets.");
  let messages = 0;
  const needs = await inBatches(async () => {
    const some = await forgetSomeNeeds(ctx);
    messages += some.messages;
    return some;
  });
  const people = await inBatches(() => forgetSomePeople(ctx));
  const invited = await inBatches(async () => {
    const some = await forgetSomeInvitations(ctx);
    messages += some.messages;
    return some;
  });
  const run = { needs, people, invitations: invited, messages };
  if (needs + people + invited > 0 || startedBy) await logRun(ctx, startedBy, run);
  return { ok: true, ...run };
}

/** Each batch is a write of its own, so that people who book meanwhile do not wait long. */
async function inBatches(forgetSome: () => Promise<{ n: number }>): Promise<number> {
  for (let done = 0; ; ) {
    const { n } = await forgetSome();
    done += n;
    if (n < BATCH) return done;
  }
}

/** System only: the clock's work, asked for by `forgetNeeds`. */
const forgetSomeNeeds = (ctx: Ctx) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const rows = await listForgettableNeeds(ctx, BATCH);
    if (rows.length === 0) return { ok: true as const, n: 0, messages: 0 };
    const ids = rows.map((row) => row.id);
    // The numbers are made a last time from the work that goes now.
    for (const eventId of new Set(rows.map((row) => row.eventId))) await countNeeds(ctx, eventId);
    await ctx.db.delete(needTasks).where(inArray(needTasks.registrationId, ids));
    await ctx.db.delete(registrationNeeds).where(inArray(registrationNeeds.registrationId, ids));
    await ctx.db
      .update(registrations)
      .set({ needsDetail: null, language: null, helperName: null, helperContact: null })
      .where(inArray(registrations.id, ids));
    const messages = await blankMessages(ctx, { kind: "registration", ids });
    await audit(
      ctx,
      "events.forgot_needs",
      { kind: "retention", id: "needs" },
      { registrations: ids.length, messages },
    );
    return { ok: true as const, n: ids.length, messages };
  });

/** System only: the clock's work, asked for by `forgetNeeds`. */
const forgetSomePeople = (ctx: Ctx) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const ids = await listForgettablePeople(ctx, BATCH);
    if (ids.length === 0) return { ok: true as const, n: 0 };
    await forgetParticipants(ctx, { ids });
    await audit(ctx, "events.forgot_people", { kind: "retention", id: "people" }, { people: ids.length });
    return { ok: true as const, n: ids.length };
  });

/** System only: the clock's work, asked for by `forgetNeeds`. */
const forgetSomeInvitations = (ctx: Ctx) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const ids = await listForgettableInvitations(ctx, BATCH);
    if (ids.length === 0) return { ok: true as const, n: 0, messages: 0 };
    await ctx.db.update(invitations).set({ name: "", email: null }).where(inArray(invitations.id, ids));
    const messages = await blankMessages(ctx, { kind: "invitation", ids });
    const said = { invitations: ids.length, messages };
    await audit(ctx, "events.forgot_invitations", { kind: "retention", id: "invitations" }, said);
    return { ok: true as const, n: ids.length, messages };
  });

/** System only: the log of `forgetNeeds`. */
const logRun = (ctx: Ctx, startedBy: string | null, { needs, ...run }: Run) =>
  write(ctx, { locks: ["forget"] }, async (ctx) => {
    const held = await countHeld(ctx);
    await ctx.db
      .insert(retentionRuns)
      .values({ id: newId(), at: ctx.now, startedBy, bookings: needs, ...run, held });
    await audit(ctx, "events.retention_run", { kind: "retention", id: "run" }, { needs, ...run, held });
    return { ok: true as const };
  });
