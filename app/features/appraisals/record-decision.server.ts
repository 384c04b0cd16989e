import { appraisalDecisions } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { indexAppraisal } from "./index-appraisal.server";
import { refusalNow } from "./may";
import { findAppraisalRow, findSettled, listOptions } from "./read.server";
import { fieldsOf, settleForm } from "./schema";
import { settleAs } from "./settle-decision.server";

/**
 * Writes down what was decided after an appraisal, with reasons, conditions, dissent and the equality analysis that was
 * read before. Until the result is published it can be changed, and only staff see it; after that it is written once.
 */
export async function recordDecision(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = settleForm.safeParse(typed);
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof recordDecision>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["closed", "published"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const { id: appraisalId, state, decisionId } = appraisal;
      if (state === "published" && (await findSettled(ctx, appraisalId)))
        return { ok: false, reason: "over" };
      if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
      const { option, ...said } = parsed.data;
      const fields = wrongIn(said, dayOf(ctx.now));
      const options = await listOptions(ctx, appraisalId);
      if (option && !options.some(({ id }) => id === option)) fields.option = ["Choose one of the options"];
      if (Object.keys(fields).length > 0) return { ok: false, reason: "invalid", fields };
      const row = { appraisalId, optionId: option, ...said };
      await ctx.db
        .insert(appraisalDecisions)
        .values(row)
        .onConflictDoUpdate({ target: appraisalDecisions.appraisalId, set: row });
      if (state === "published" && decisionId) {
        const { decision: outcome, reasons, decidedDay } = said;
        await settleAs(ctx, decisionId, { outcome, reasons, decidedDay });
        await indexAppraisal(ctx, appraisalId);
      }
      await audit(ctx, "appraisals.decided", { kind: "appraisal", id: appraisalId });
      return { ok: true };
    },
  );
}

type Days = { decidedDay: string; equalityReadDay: string };

function wrongIn({ decidedDay, equalityReadDay }: Days, today: string): Record<string, string[]> {
  if (decidedDay > today)
    return { decidedDay: ["Write it down once it is decided: this day is still to come"] };
  if (equalityReadDay > decidedDay)
    return { equalityReadDay: ["The equality analysis must have been read before: check the two days"] };
  return {};
}
