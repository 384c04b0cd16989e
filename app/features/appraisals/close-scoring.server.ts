import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { appraisals } from "~/db/tables/appraisals";
import { appraiserScores } from "~/db/tables/appraisals-scores";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalNow } from "./may";
import { findAppraisalRow } from "./read.server";
import { listGiven } from "./read-scores.server";

/** Closes scoring for good. All scores are laid down anew in an order of chance and without what a phone or sheet could
 * change them by: from then on nothing is kept beside them but the kind of appraiser. */
export async function closeScoring(
  ctx: Ctx,
  { slug }: { slug: string },
): Promise<{ ok: true; people: number } | Refusal<"missing" | "not_allowed" | "over">> {
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof closeScoring>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["scoring"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const { id: appraisalId } = appraisal;
      const given = await listGiven(ctx, appraisalId);
      const anew = given
        .map((one) => ({ id: randomUUID(), appraisalId, key: null, ...one }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
      await ctx.db.delete(appraiserScores).where(eq(appraiserScores.appraisalId, appraisalId));
      if (anew.length > 0) await ctx.db.insert(appraiserScores).values(anew);
      await ctx.db
        .update(appraisals)
        .set({ state: "closed", closedAt: ctx.now, roomCode: null })
        .where(eq(appraisals.id, appraisalId));
      const people = anew.length;
      await audit(ctx, "appraisals.scoring_closed", { kind: "appraisal", id: appraisalId }, { people });
      return { ok: true, people };
    },
  );
}
