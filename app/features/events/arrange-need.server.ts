import { eq } from "drizzle-orm";
import { needTasks } from "~/db/tables/events-needs";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { tellPerson } from "./messages";
import { findNeed } from "./read-needs.server";
import { fieldsOf } from "./register.server";
import { arrangeForm } from "./staff-forms";
import { noteNeed } from "./sync-needs.server";

/**
 * A need is arranged, in words that the person is told at once in the form they need. Whoever arranges
 * it owns it when nobody did. Refuses what is withdrawn or over.
 */
export async function arrangeNeed(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"missing" | "invalid" | "over">> {
  const parsed = arrangeForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findNeed(ctx, id);
  if (!found) return { ok: false, reason: "missing" };
  return write(
    ctx,
    { locks: [`event:${found.event.id}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof arrangeNeed>>> => {
      const need = await findNeed(ctx, id);
      if (!need || !may.arrangeNeeds(ctx.actor, need.event)) return { ok: false, reason: "missing" };
      const { task, event } = need;
      if (task.state === "withdrawn" || event.startsAt <= ctx.now) return { ok: false, reason: "over" };
      const { arranged } = parsed.data;
      if (task.state === "arranged" && task.arranged === arranged) return { ok: true };
      const me = ctx.actor.kind === "account" ? ctx.actor.id : null;
      const ownerId = task.ownerId ?? me;
      await ctx.db
        .update(needTasks)
        .set({ state: "arranged", arranged, reason: null, ownerId, changedAt: ctx.now })
        .where(eq(needTasks.id, id));
      await noteNeed(ctx, id, "arranged", { words: arranged });
      await tellPerson(ctx, need, "needs_arranged");
      await audit(ctx, "events.need_arranged", { kind: "need", id });
      return { ok: true };
    },
  );
}
