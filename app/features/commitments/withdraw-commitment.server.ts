import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { appendAct, type Taken } from "./append-act.server";
import { fieldsOf, reasonForm } from "./schema";

/** Ends a commitment that will not be kept, with the reason for everyone to read. It stays in the register, for good. */
export async function withdrawCommitment(
  ctx: Ctx,
  { number, typed }: { number: number; typed: unknown },
): Promise<Taken> {
  const parsed = reasonForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return appendAct(ctx, number, (ctx) => ({
    act: { act: "withdrawn", day: dayOf(ctx.now), words: parsed.data.words },
  }));
}
