import type { Ctx } from "~/platform/context.server";
import { appendAct, type Taken } from "./append-act.server";
import { conditionForm, fieldsOf } from "./schema";

/** Writes down how the thing came out that a commitment is subject to. Can be said again when it changes. */
export async function settleCondition(
  ctx: Ctx,
  { number, typed }: { number: number; typed: unknown },
): Promise<Taken> {
  const parsed = conditionForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return appendAct(ctx, number, () => ({ act: { act: "condition", ...parsed.data } }));
}
