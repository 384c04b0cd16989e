import { eq } from "drizzle-orm";
import { appraisals } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { readable } from "~/platform/ids.server";
import { linkThings } from "~/platform/links.server";
import { indexAppraisal } from "./index-appraisal.server";
import { addDecision } from "./log-decision.server";
import { refusalNow } from "./may";
import { type Missing, missingToOpen } from "./missing";
import { findAppraisalRow, listCriteria, listOptions } from "./read.server";

/** Opens scoring: the page becomes public, weights are locked, a code for the wall is made, and what has to be decided
 * stands in the decision log. Refuses an appraisal that lacks something, naming all of it. */
export async function openScoring(
  ctx: Ctx,
  { slug, code }: { slug: string; code?: string },
): Promise<
  | { ok: true; code: string }
  | { ok: false; reason: "not_ready"; missing: Missing[] }
  | Refusal<"missing" | "not_allowed" | "over">
> {
  return write(
    ctx,
    { locks: [`appraisal:${slug}`, "decision-slugs"] },
    async (ctx): Promise<Awaited<ReturnType<typeof openScoring>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["draft"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const options = await listOptions(ctx, appraisal.id);
      const missing = missingToOpen(appraisal, options, await listCriteria(ctx, appraisal.id));
      if (missing.length > 0) return { ok: false, reason: "not_ready", missing };
      const roomCode = code ?? readable(6);
      const { question, summary, decider, decisionDueDay: dueDay, neighbourhoodId } = appraisal;
      const decision = await addDecision(ctx, {
        question,
        background: summary,
        options: options.map(({ title }) => title),
        decider,
        dueDay,
        neighbourhoodId,
      });
      await ctx.db
        .update(appraisals)
        .set({ state: "scoring", openedAt: ctx.now, roomCode, decisionId: decision.id })
        .where(eq(appraisals.id, appraisal.id));
      await linkThings(ctx, {
        cause: { kind: "appraisal", id: appraisal.id },
        effect: { kind: "decision", id: decision.id },
      });
      await indexAppraisal(ctx, appraisal.id);
      await audit(ctx, "appraisals.scoring_opened", { kind: "appraisal", id: appraisal.id });
      return { ok: true, code: roomCode };
    },
  );
}
