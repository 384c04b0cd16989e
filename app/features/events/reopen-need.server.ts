import { eq } from "drizzle-orm";
import { needTasks } from "~/db/tables/events-needs";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findNeed } from "./read-needs.server";
import { noteNeed } from "./sync-needs.server";

/** What was arranged has fallen through, or was marked by mistake: before the event it is to be arranged again. Twice is once. */
export async function reopenNeed(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ ok: true } | Refusal<"missing" | "over">> {
  const found = await findNeed(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const need = await findNeed(ctx, id);
    if (!need || !may.arrangeNeeds(ctx.actor, need.event)) return { ok: false, reason: "missing" };
    const { task, event } = need;
    if (task.state === "open") return { ok: true };
    if (task.state === "withdrawn" || event.startsAt <= ctx.now) return { ok: false, reason: "over" };
    await ctx.db
      .update(needTasks)
      .set({ state: "open", arranged: null, reason: null, changedAt: ctx.now })
      .where(eq(needTasks.id, id));
    await noteNeed(ctx, id, "reopened");
    await audit(ctx, "events.need_reopened", { kind: "need", id });
    return { ok: true };
  });
}
