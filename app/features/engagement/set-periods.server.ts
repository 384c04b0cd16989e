import { consultationPeriods } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { fieldsOf, periodsForm } from "./schema";

const ONLY = "only";

/**
 * Sets how long public consultations are advised to last, and how long staff consultations have to last
 * by HR's rule. What is open already keeps what it opened with.
 */
export async function setPeriods(
  ctx: Ctx,
  { typed }: { typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  const parsed = periodsForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const said = parsed.data;
  return write(ctx, { locks: ["consultation-periods"] }, async (ctx) => {
    if (!may.setPeriods(ctx.actor)) return { ok: false, reason: "not_allowed" };
    await ctx.db
      .insert(consultationPeriods)
      .values({ id: ONLY, ...said })
      .onConflictDoUpdate({ target: consultationPeriods.id, set: said });
    const { advisoryDays, staffDays } = said;
    await audit(
      ctx,
      "engagement.periods_set",
      { kind: "setting", id: "periods" },
      { advisoryDays, staffDays },
    );
    return { ok: true };
  });
}
