import { and, count, eq } from "drizzle-orm";
import { adjustmentCounts, registrationNeeds, registrations } from "~/db/tables/events";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { adjustmentsForm } from "./schema";

/** Written down; or why not. `too_many`: more than asked for it, or the requests have been deleted already. */
export type AdjustmentsRecorded =
  | { ok: true; requested: number }
  | Refusal<"invalid" | "missing" | "not_yet" | "too_many">;

/**
 * Writes down what became of what people with a place had asked for, as numbers, which stay when the
 * requests are deleted after the event. What was written before goes. Refuses before the start, and
 * more than asked.
 */
export async function recordAdjustments(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<AdjustmentsRecorded> {
  const parsed = adjustmentsForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const outcomes = parsed.data.adjustments;
  const found = await findEventRow(ctx, { slug: input.slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx): Promise<AdjustmentsRecorded> => {
    const event = await findEventRow(ctx, { id: found.id });
    if (!event || !may.recordAdjustments(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (event.state !== "published" || event.startsAt > ctx.now) return { ok: false, reason: "not_yet" };
    const asked = await ctx.db
      .select({ need: registrationNeeds.need, requested: count() })
      .from(registrationNeeds)
      .innerJoin(registrations, eq(registrations.id, registrationNeeds.registrationId))
      .where(and(eq(registrations.eventId, event.id), eq(registrations.state, "confirmed")))
      .groupBy(registrationNeeds.need);
    const requestedOf = new Map(asked.map((row) => [row.need, row.requested]));
    const rows = outcomes.map((row) => ({
      eventId: event.id,
      ...row,
      requested: requestedOf.get(row.need) ?? 0,
    }));
    const wrong = rows.find((row) => row.met + row.partly + row.notMet > row.requested);
    if (wrong) {
      const said = `${wrong.requested} people asked for this, so it can't have been seen to more often`;
      return { ok: false, reason: "too_many", fields: { [wrong.need]: [said] } };
    }
    const requested = rows.reduce((n, row) => n + row.requested, 0);
    await ctx.db.delete(adjustmentCounts).where(eq(adjustmentCounts.eventId, event.id));
    if (rows.length > 0) await ctx.db.insert(adjustmentCounts).values(rows);
    await audit(ctx, "events.adjustments_recorded", { kind: "event", id: event.id }, { requested });
    return { ok: true, requested };
  });
}
