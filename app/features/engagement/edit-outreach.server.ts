import { eq } from "drizzle-orm";
import { outreachEntries } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { NOT_YOURS, prepareOutreach } from "./prepare-outreach.server";
import { findOutreach } from "./read-outreach.server";

/** Corrects what was written down of a visit, or notes that its follow-up is done. */
export async function editOutreach(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const prepared = await prepareOutreach(ctx, typed);
  return write(
    ctx,
    { locks: [`outreach:${id}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof editOutreach>>> => {
      const found = await findOutreach(ctx, id);
      if (!found || !may.seeOutreach(ctx.actor)) return { ok: false, reason: "missing" };
      if (!may.recordOutreach(ctx.actor, found.entry)) return { ok: false, reason: "not_allowed" };
      if (!prepared.ok) return prepared;
      const { facts } = prepared;
      if (!may.recordOutreach(ctx.actor, facts)) {
        return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
      }
      await ctx.db.update(outreachEntries).set(facts).where(eq(outreachEntries.id, id));
      await audit(ctx, "engagement.outreach_changed", { kind: "outreach", id }, { heads: facts.headCount });
      return { ok: true };
    },
  );
}
