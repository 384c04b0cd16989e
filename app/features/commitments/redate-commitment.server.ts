import type { Ctx } from "~/platform/context.server";
import { appendAct, type Taken } from "./append-act.server";
import { spanOf } from "./rules";
import { fieldsOf, redateForm } from "./schema";

/**
 * Agrees another date, with the reason for everyone to read; the first stays beside it for good. Where there
 * was none yet, this is the first. Refuses a date before the day on which it was agreed.
 */
export async function redateCommitment(
  ctx: Ctx,
  { number, typed }: { number: number; typed: unknown },
): Promise<Taken> {
  const parsed = redateForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { dueDay, precision, day, words } = parsed.data;
  const last = spanOf(dueDay, precision).to;
  return appendAct(ctx, number, () => {
    if (last < day)
      return { fields: { dueDay: ["The new date must not lie before the day it was agreed on"] } };
    return { act: { act: "dated", day, dueDay: last, precision, words } };
  });
}
