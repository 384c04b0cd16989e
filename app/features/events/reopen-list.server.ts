import { and, eq, isNull } from "drizzle-orm";
import { listClosings } from "~/db/tables/events-attendance";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";
import { reopenForm } from "./staff-forms";

/** Open again; or why not. */
export type Reopened = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "not_closed">;

/** Opens a closed list again, for a reason that is kept; nobody counts as absent until it is closed again. */
export async function reopenList(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Reopened> {
  const parsed = reopenForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findEventRow(ctx, { slug: input.slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.id}`] }, async (ctx): Promise<Reopened> => {
    const event = await findEventRow(ctx, { id: found.id });
    if (!event || !may.checkIn(ctx.actor, event)) return { ok: false, reason: "missing" };
    if (!may.reopenList(ctx.actor, event)) return { ok: false, reason: "not_allowed" };
    const [closed] = await ctx.db
      .select()
      .from(listClosings)
      .where(and(eq(listClosings.eventId, event.id), isNull(listClosings.reopenedAt)));
    if (!closed) return { ok: false, reason: "not_closed" };
    const by = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .update(listClosings)
      .set({ reopenedAt: ctx.now, reopenedBy: by, reason: parsed.data.reason })
      .where(eq(listClosings.id, closed.id));
    await audit(ctx, "events.list_reopened", { kind: "event", id: event.id });
    return { ok: true };
  });
}
