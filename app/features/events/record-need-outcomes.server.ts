import { eq } from "drizzle-orm";
import { needTasks } from "~/db/tables/events-needs";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { countNeeds } from "./count-needs.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { findEventRow } from "./read.server";
import { listEventNeeds } from "./read-needs.server";
import { fieldsOf } from "./register.server";
import { outcomesForm } from "./staff-forms";
import { noteNeed } from "./sync-needs.server";

/** Written down: how many changed, and how many people are told. Or why not. */
export type OutcomesRecorded =
  | { ok: true; recorded: number; told: number }
  | Refusal<"invalid" | "missing" | "not_yet">;

/**
 * Writes down what became of needs at an event, several at once: met, met in part or not met, with a
 * reason for the last two. Each person is told once. That something can't be met may be said before the
 * event, that it was met only from its start. The event's numbers are made anew.
 */
export async function recordNeedOutcomes(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<OutcomesRecorded> {
  const parsed = outcomesForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { outcomes } = parsed.data;
  const found = await findEventRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx): Promise<OutcomesRecorded> => {
    const event = await findEventRow(ctx, { id: found.id });
    if (!event || !may.arrangeNeeds(ctx.actor, event)) return { ok: false, reason: "missing" };
    const begun = event.state === "published" && event.startsAt <= ctx.now;
    if (!begun && outcomes.some((one) => one.outcome !== "not_met")) return { ok: false, reason: "not_yet" };
    const needs = new Map((await listEventNeeds(ctx, event.id)).map((one) => [one.task.id, one]));
    const told = new Map<string, { met: boolean; id: string }>();
    let recorded = 0;
    for (const { id, outcome, reason } of outcomes) {
      const need = needs.get(id);
      if (!need || need.task.state === "withdrawn") return { ok: false, reason: "missing" };
      if (need.task.state === outcome && need.task.reason === reason) continue;
      await ctx.db
        .update(needTasks)
        .set({ state: outcome, reason, changedAt: ctx.now })
        .where(eq(needTasks.id, id));
      await noteNeed(ctx, id, outcome, { words: reason });
      const whose = need.registration.id;
      told.set(whose, { id, met: outcome === "met" && (told.get(whose)?.met ?? true) });
      recorded += 1;
    }
    for (const { id, met } of told.values()) {
      const need = needs.get(id);
      if (need) await tellPerson(ctx, { ...need, event }, met ? "needs_met" : "needs_unmet");
    }
    const { requested } = await countNeeds(ctx, event.id);
    await audit(ctx, "events.adjustments_recorded", { kind: "event", id: event.id }, { recorded, requested });
    return { ok: true, recorded, told: told.size };
  });
}
