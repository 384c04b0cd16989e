import { eq } from "drizzle-orm";
import { nextSteps } from "~/db/tables/events-notes";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { outcomeForm } from "./after-forms";
import { may } from "./may";
import { findStep } from "./read-after.server";
import { fieldsOf } from "./register.server";

/** Notes that a promise was kept and what came of it. The day that it was promised for stays. */
export async function finishNextStep(
  ctx: Ctx,
  input: { id: string; typed: unknown },
): Promise<{ ok: true; slug: string } | Refusal<"invalid" | "missing" | "changed">> {
  const parsed = outcomeForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const found = await findStep(ctx, input.id);
  if (!found) return { ok: false, reason: "missing" };
  const { slug } = found.event;
  return write(ctx, { locks: [`after:${found.event.id}`] }, async (ctx) => {
    if (!may.carryOn(ctx.actor, found.event)) return { ok: false, reason: "missing" };
    if (found.step.kind !== "will") return { ok: false, reason: "changed" };
    await ctx.db
      .update(nextSteps)
      .set({ kind: "done", outcome: parsed.data.outcome, doneDay: dayOf(ctx.now) })
      .where(eq(nextSteps.id, input.id));
    await audit(ctx, "events.next_step_done", { kind: "next_step", id: input.id });
    return { ok: true, slug };
  });
}
