import { eq } from "drizzle-orm";
import { surveyBatches } from "~/db/tables/surveys-paper";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findSurvey, findSurveyRow } from "./read.server";
import { findBatch } from "./read-paper.server";

/** Says that no more sheets of a batch come back, or that some do after all. */
export async function completeBatch(
  ctx: Ctx,
  { slug, batch, complete }: { slug: string; batch: string; complete: boolean },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  const seen = await findSurvey(ctx, slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id });
    const found = await findBatch(ctx, id, batch);
    if (!survey || !found) return { ok: false, reason: "missing" };
    if (!may.enter(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    await ctx.db.update(surveyBatches).set({ complete }).where(eq(surveyBatches.id, found.batch.id));
    const act = complete ? "surveys.completed_batch" : "surveys.reopened_batch";
    await audit(ctx, act, { kind: "survey", id }, { batch: found.batch.number });
    return { ok: true };
  });
}
