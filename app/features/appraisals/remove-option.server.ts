import { eq } from "drizzle-orm";
import { appraisalOptions } from "~/db/tables/appraisals";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalNow } from "./may";
import { findAppraisalRow, listOptions } from "./read.server";

/** Takes an option out of a draft; those after it move up a letter. */
export async function removeOption(
  ctx: Ctx,
  { slug, id }: { slug: string; id: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "over">> {
  return write(
    ctx,
    { locks: [`appraisal:${slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof removeOption>>> => {
      const appraisal = await findAppraisalRow(ctx, { slug });
      const refused = refusalNow(ctx.actor, appraisal, ["draft"]);
      if (!appraisal || refused) return { ok: false, reason: refused ?? "missing" };
      const options = await listOptions(ctx, appraisal.id);
      const gone = options.find((option) => option.id === id);
      if (!gone) return { ok: false, reason: "missing" };
      await ctx.db.delete(appraisalOptions).where(eq(appraisalOptions.id, id));
      for (const { id, position } of options.filter((option) => option.position > gone.position)) {
        await ctx.db
          .update(appraisalOptions)
          .set({ position: position - 1 })
          .where(eq(appraisalOptions.id, id));
      }
      await audit(ctx, "appraisals.option_removed", { kind: "appraisal", id: appraisal.id });
      return { ok: true };
    },
  );
}
