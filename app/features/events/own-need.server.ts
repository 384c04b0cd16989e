import { eq } from "drizzle-orm";
import { needTasks } from "~/db/tables/events-needs";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findNeed, listColleagues } from "./read-needs.server";

import { noteNeed } from "./sync-needs.server";

/**
 * Somebody takes a need as theirs to see to, gives it to a colleague who works on the event, or lets it
 * go (`ownerId` null). Refuses an owner who could not see it.
 */
export async function ownNeed(
  ctx: Ctx,
  { id, ownerId }: { id: string; ownerId: string | null },
): Promise<{ ok: true } | Refusal<"missing" | "no_colleague">> {
  const found = await findNeed(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`event:${found.event.id}`] }, async (ctx) => {
    const need = await findNeed(ctx, id);
    if (!need || !may.arrangeNeeds(ctx.actor, need.event)) return { ok: false, reason: "missing" };
    const itself = ctx.actor.kind === "account" && ctx.actor.id === ownerId;
    const colleagues = ownerId === null || itself ? [] : await listColleagues(ctx, need.event);
    if (ownerId !== null && !itself && !colleagues.some((one) => one.id === ownerId)) {
      return { ok: false, reason: "no_colleague" };
    }
    if (need.task.ownerId === ownerId) return { ok: true };
    await ctx.db.update(needTasks).set({ ownerId, changedAt: ctx.now }).where(eq(needTasks.id, id));
    await noteNeed(ctx, id, ownerId ? "owned" : "let_go", { toId: ownerId });
    await audit(ctx, "events.need_owned", { kind: "need", id }, { owner: ownerId });
    return { ok: true };
  });
}
