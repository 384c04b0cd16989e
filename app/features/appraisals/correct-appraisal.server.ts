import { eq } from "drizzle-orm";
import { appraisalCorrections, appraisals } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { refusalNow } from "./may";
import { findAppraisalRow } from "./read.server";
import { correctionForm, fieldsOf } from "./schema";

/**
 * Puts the method or the next step right after publication, with a note that stands on the page beside what was there
 * before. Numbers never change.
 */
export async function correctAppraisal(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over">> {
  const parsed = correctionForm.safeParse(typed);
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof correctAppraisal>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["published"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
      const { note, ...said } = parsed.data;
      const before = Object.fromEntries(
        (["method", "nextStep", "nextStepDay"] as const)
          .filter((name) => appraisal[name] !== said[name])
          .map((name) => [name, appraisal[name] ?? ""]),
      );
      if (Object.keys(before).length === 0) {
        const fields = { method: ["Nothing is different: change what was wrong"] };
        return { ok: false, reason: "invalid", fields };
      }
      await ctx.db.update(appraisals).set(said).where(eq(appraisals.id, appraisal.id));
      await ctx.db
        .insert(appraisalCorrections)
        .values({ id: newId(), appraisalId: appraisal.id, note, before, at: ctx.now });
      await audit(ctx, "appraisals.corrected", { kind: "appraisal", id: appraisal.id });
      return { ok: true };
    },
  );
}
