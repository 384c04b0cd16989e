import { and, eq, gte } from "drizzle-orm";
import { surveyDrafts, surveySubmissions } from "~/db/tables/surveys-responses";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { unseal } from "~/platform/sealed.server";
import { keyed } from "~/platform/secret-links.server";
import type { Draft } from "./answering";

/** What a draft is kept under: nobody finds the code from it. */
export const draftId = (ctx: Ctx, code: string) => keyed(ctx.secret, "survey-draft", code);

/** The key that a draft is sealed with: the site's secret and the return code together. */
export const draftKey = (ctx: Ctx, code: string) => keyed(ctx.secret, "survey-draft-key", code);

/** The answers on the way that belong to a return code; null for none, another survey's, or after their last day. */
export async function findDraft(ctx: Ctx, surveyId: string, code: string | null): Promise<Draft | null> {
  if (!code) return null;
  const [row] = await ctx.db
    .select()
    .from(surveyDrafts)
    .where(
      and(
        eq(surveyDrafts.id, draftId(ctx, code)),
        eq(surveyDrafts.surveyId, surveyId),
        gte(surveyDrafts.lastDay, dayOf(ctx.now)),
      ),
    );
  const text = row && unseal(draftKey(ctx, code), "survey-draft", row.sealed);
  return text ? (JSON.parse(text) as Draft) : null;
}

/** The HMAC under which a form that was sent is known for a day. */
export const submissionKey = (ctx: Ctx, surveyId: string, submissionId: string) =>
  keyed(ctx.secret, "survey-submission", surveyId, submissionId);

/** True when this very form was sent today or yesterday. */
export async function wasSent(ctx: Ctx, surveyId: string, submissionId: string): Promise<boolean> {
  if (!submissionId) return false;
  const key = submissionKey(ctx, surveyId, submissionId);
  const [row] = await ctx.db.select().from(surveySubmissions).where(eq(surveySubmissions.key, key));
  return row !== undefined;
}
