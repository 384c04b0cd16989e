import { and, eq, inArray } from "drizzle-orm";
import { needNotes, needTasks } from "~/db/tables/events-needs";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { type Due, movesDue, needDue } from "./need-due";
import { listLiveTasks, listNeedsOf, listTasksOf } from "./read-need-tasks.server";

type NoteKind = (typeof needNotes.$inferInsert)["what"];
type Event = Due & { id: string };

/** A line of a need's history. Inside a write. */
export async function noteNeed(
  ctx: Ctx,
  taskId: string,
  what: NoteKind,
  more: { words?: string | null; toId?: string | null } = {},
): Promise<void> {
  const byId = ctx.actor.kind === "account" ? ctx.actor.id : null;
  await ctx.db.insert(needNotes).values({
    id: newId(),
    taskId,
    at: ctx.now,
    what,
    byId,
    words: more.words ?? null,
    toId: more.toId ?? null,
  });
}

/**
 * Makes what a party with a place asks for the team's work, and takes away the work for what it does not
 * ask for any more. What was withdrawn and is asked for again is to be arranged again. Inside a write.
 */
export async function syncNeeds(ctx: Ctx, event: Event, registrationId: string): Promise<void> {
  const wanted = new Set((await listNeedsOf(ctx, registrationId)).map((row) => row.need));
  const tasks = await listTasksOf(ctx, registrationId);
  for (const need of wanted) {
    const task = tasks.find((one) => one.need === need);
    if (!task) await openTask(ctx, event, registrationId, need);
    else if (task.state === "withdrawn") await reopenTask(ctx, event, task.id, need);
  }
  await withdraw(
    ctx,
    tasks.filter((task) => !wanted.has(task.need) && task.state !== "withdrawn").map((task) => task.id),
  );
}

async function openTask(ctx: Ctx, event: Event, registrationId: string, need: string): Promise<void> {
  const id = newId();
  await ctx.db.insert(needTasks).values({
    id,
    eventId: event.id,
    registrationId,
    need,
    state: "open",
    dueAt: needDue(need, event, ctx.now),
    createdAt: ctx.now,
    changedAt: ctx.now,
  });
  await noteNeed(ctx, id, "asked");
}

async function reopenTask(ctx: Ctx, event: Event, id: string, need: string): Promise<void> {
  const dueAt = needDue(need, event, ctx.now);
  await ctx.db
    .update(needTasks)
    .set({ state: "open", dueAt, arranged: null, reason: null, changedAt: ctx.now })
    .where(eq(needTasks.id, id));
  await noteNeed(ctx, id, "asked");
}

async function withdraw(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db
    .update(needTasks)
    .set({ state: "withdrawn", changedAt: ctx.now })
    .where(inArray(needTasks.id, [...ids]));
  for (const id of ids) await noteNeed(ctx, id, "withdrawn");
}

/** Nobody has to arrange anything any more for a party that left, or for an event that is cancelled. Inside a write. */
export async function syncLeft(
  ctx: Ctx,
  left: { registrationId: string } | { eventId: string },
): Promise<void> {
  await withdraw(ctx, await listLiveTasks(ctx, left));
}

/**
 * When an event moves, or its last day to ask, so do the days by which its needs are due. Any other change
 * leaves them alone: what is late stays late. Inside a write.
 */
export async function syncDue(ctx: Ctx, before: Due, event: Event): Promise<void> {
  if (!movesDue(before, event)) return;
  const rows = await ctx.db
    .select({ id: needTasks.id, need: needTasks.need, dueAt: needTasks.dueAt })
    .from(needTasks)
    .where(and(eq(needTasks.eventId, event.id), inArray(needTasks.state, ["open", "arranged"])));
  for (const { id, need, dueAt: was } of rows) {
    const dueAt = needDue(need, event, ctx.now);
    if (dueAt.getTime() === was.getTime()) continue;
    await ctx.db.update(needTasks).set({ dueAt }).where(eq(needTasks.id, id));
    await noteNeed(ctx, id, "moved");
  }
}
