import type { Ctx } from "~/platform/context.server";
import { appendAct, type Taken } from "./append-act.server";
import { evidenceForm, fieldsOf } from "./schema";

/**
 * Shows what was done, on which day, and where to see it. With `done` the commitment is done on that day,
 * which is the only way to it: nothing is done without dated evidence, or without an owner.
 */
export async function addEvidence(
  ctx: Ctx,
  { number, typed }: { number: number; typed: unknown },
): Promise<Taken> {
  const parsed = evidenceForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { done, ...said } = parsed.data;
  return appendAct(ctx, number, () => ({ act: { act: done === "yes" ? "done" : "evidence", ...said } }));
}
