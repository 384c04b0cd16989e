import { eq } from "drizzle-orm";
import { electionPeriods } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";

/** Takes a time before an election off the list, where it was mistyped. */
export async function removeElection(
  ctx: Ctx,
  { id }: { id: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  return write(ctx, { locks: ["consultation-periods"] }, async (ctx) => {
    if (!may.setPeriods(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const gone = await ctx.db
      .delete(electionPeriods)
      .where(eq(electionPeriods.id, id))
      .returning({ id: electionPeriods.id });
    if (gone.length === 0) return { ok: false, reason: "missing" };
    await audit(ctx, "engagement.election_removed", { kind: "election", id });
    return { ok: true };
  });
}
