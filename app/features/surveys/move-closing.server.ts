import { eq } from "drizzle-orm";
import { surveyClosings, surveys } from "~/db/tables/surveys";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { schedule } from "~/platform/jobs.server";
import { indexSurvey } from "./index-survey.server";
import { may, refusalOf } from "./may";
import { findAskedClosing, findSurveyRow } from "./read.server";
import { endOf } from "./rules";
import { closingForm, fieldsOf } from "./schema";

const accountOf = (ctx: Ctx) => (ctx.actor.kind === "account" ? ctx.actor.id : null);

/** Moved at once, or asked of a second person; or why not. */
export type Moving =
  | { ok: true; asked: boolean }
  | Refusal<"invalid" | "missing" | "not_allowed" | "closed" | "waiting">;

/**
 * Moves the end of a published survey. Later counts at once; earlier only when somebody else agrees, since
 * people were told that they had longer. What has closed stays closed.
 */
export async function moveClosing(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<Moving> {
  const found = await findSurveyRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found);
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  const parsed = closingForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { closesAt, reason } = parsed.data;
  return write(ctx, { locks: [`survey:${found.id}`] }, async (ctx): Promise<Moving> => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey || !may.edit(ctx.actor, survey) || survey.state === "draft") {
      return { ok: false, reason: "missing" };
    }
    if (survey.closesAt <= ctx.now) return { ok: false, reason: "closed" };
    if (await findAskedClosing(ctx, survey.id)) return { ok: false, reason: "waiting" };
    const wrong = wrongTime(survey, closesAt, ctx.now);
    if (wrong) return { ok: false, reason: "invalid", fields: { closesDay: [wrong] } };
    const shorter = closesAt < survey.closesAt;
    await ctx.db.insert(surveyClosings).values({
      id: newId(),
      surveyId: survey.id,
      before: survey.closesAt,
      after: closesAt,
      reason,
      askedBy: accountOf(ctx),
      askedAt: ctx.now,
      agreed: shorter ? null : true,
      decidedBy: null,
      decidedAt: shorter ? null : ctx.now,
    });
    if (!shorter) await setClosing(ctx, survey.id, closesAt);
    const act = shorter ? "surveys.asked_to_shorten" : "surveys.extended";
    await audit(ctx, act, { kind: "survey", id: survey.id });
    return { ok: true, asked: shorter };
  });
}

function wrongTime(survey: { opensAt: Date; closesAt: Date }, closesAt: Date, now: Date): string | null {
  if (closesAt.getTime() === survey.closesAt.getTime()) return "That is when it closes already";
  if (closesAt <= survey.opensAt) return "It must close after it opens";
  return closesAt <= now ? "Choose a time that is still to come" : null;
}

/** Sets the closing time and plans the work for it, inside the write that decided it. */
export async function setClosing(ctx: Ctx, id: string, closesAt: Date): Promise<void> {
  await ctx.db.update(surveys).set({ closesAt }).where(eq(surveys.id, id));
  await schedule(ctx, { name: "surveys.close", subject: id, dueAt: endOf({ closesAt }) });
  await indexSurvey(ctx, id);
}
