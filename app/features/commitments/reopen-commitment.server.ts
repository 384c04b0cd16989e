import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { appendAct, type Taken } from "./append-act.server";
import { fieldsOf, reasonForm } from "./schema";

/** Takes back that a commitment is done, with the reason: what was shown turned out not to be enough. */
export async function reopenCommitment(
  ctx: Ctx,
  { number, typed }: { number: number; typed: unknown },
): Promise<Taken> {
  const parsed = reasonForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return appendAct(ctx, number, (ctx) => ({
    act: { act: "reopened", day: dayOf(ctx.now), words: parsed.data.words },
  }));
}
