import { eq } from "drizzle-orm";
import { surveyClosings } from "~/db/tables/surveys";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may, refusalOf } from "./may";
import { setClosing } from "./move-closing.server";
import { findAskedClosing, findSurveyRow } from "./read.server";
import { closingDecisionForm, fieldsOf } from "./schema";

/** Decided; or why not. `same_person`: whoever asked can't agree to it. `past`: that time is over by now. */
export type Deciding =
  | { ok: true; agreed: boolean }
  | Refusal<"invalid" | "missing" | "not_allowed" | "same_person" | "past">;

/** A second person agrees that a survey closes earlier, or not. Whoever asked may only take it back. */
export async function decideClosing(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<Deciding> {
  const found = await findSurveyRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found);
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  const parsed = closingDecisionForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { agreed } = parsed.data;
  return write(ctx, { locks: [`survey:${found.id}`] }, async (ctx): Promise<Deciding> => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    const asked = survey && (await findAskedClosing(ctx, survey.id));
    if (!survey || !asked) return { ok: false, reason: "missing" };
    if (agreed && !may.decideClosing(ctx.actor, survey, asked.askedBy)) {
      return { ok: false, reason: "same_person" };
    }
    if (agreed && asked.after <= ctx.now) return { ok: false, reason: "past" };
    const decidedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .update(surveyClosings)
      .set({ agreed, decidedBy, decidedAt: ctx.now })
      .where(eq(surveyClosings.id, asked.id));
    if (agreed) await setClosing(ctx, survey.id, asked.after);
    const act = agreed ? "surveys.shortened" : "surveys.not_shortened";
    await audit(ctx, act, { kind: "survey", id: survey.id });
    return { ok: true, agreed };
  });
}
