import { and, eq, max } from "drizzle-orm";
import { surveys, surveyVersions } from "~/db/tables/surveys";
import type { Change, Questionnaire } from "~/db/tables/surveys-documents";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { schedule } from "~/platform/jobs.server";
import { hashed } from "~/platform/secret-links.server";
import { canonical } from "./canonical";
import { changesBetween, classOf, withNewKeys } from "./changes";
import { type Fault, faultsOf } from "./faults";
import { indexSurvey } from "./index-survey.server";
import { may, refusalOf } from "./may";
import { findSurveyRow, listVersions, type SurveyRow } from "./read.server";
import { endOf } from "./rules";
import { fieldsOf, publishForm } from "./schema";

/** Published; or why not. `faulty`: the questions have dead ends, loops or gaps. `same`: nothing has changed. */
export type Publishing =
  | { ok: true; version: number }
  | { ok: false; reason: "faulty"; faults: Fault[]; fields?: undefined }
  | Refusal<"invalid" | "missing" | "not_allowed" | "same" | "past">;

/**
 * Publishes the draft as a version that never changes again. Questions that mean something else now, because
 * nobody could think otherwise or because staff say so in `meaning`, get new keys. People in the middle finish
 * on the version that they began.
 */
export async function publishSurvey(
  ctx: Ctx,
  { slug, typed = {} }: { slug: string; typed?: unknown },
): Promise<Publishing> {
  const found = await findSurveyRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found);
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  const parsed = publishForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { meaning, reason } = parsed.data;
  return write(ctx, { locks: [`survey:${found.id}`] }, async (ctx): Promise<Publishing> => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey || !may.edit(ctx.actor, survey)) return { ok: false, reason: "missing" };
    if (survey.closesAt <= ctx.now) return { ok: false, reason: "past" };
    const versions = await listVersions(ctx, survey.id);
    const before = versions[0]?.questionnaire ?? null;
    if (before && reason === "") {
      return {
        ok: false,
        reason: "invalid",
        fields: { reason: ["Say why it changes: it stands beside the results"] },
      };
    }
    const faults = faultsOf(survey.draft);
    if (faults.length > 0) return { ok: false, reason: "faulty", faults };
    const changes = before ? judged(changesBetween(before, survey.draft), meaning) : [];
    const renew = changes.filter(({ kind }) => kind === "meaning").map(({ key }) => key);
    const taken = versions.flatMap((one) => one.questionnaire.questions.map(({ key }) => key));
    const questionnaire = withNewKeys(survey.draft, renew, taken);
    const text = canonical(questionnaire);
    if (before && text === canonical(before)) return { ok: false, reason: "same" };
    const version = await putVersion(ctx, survey, {
      questionnaire,
      hash: hashed(text),
      changeClass: classOf(before ? changes : null),
      changes,
      reason,
    });
    await schedule(ctx, { name: "surveys.close", subject: survey.id, dueAt: endOf(survey) });
    await indexSurvey(ctx, survey.id);
    await audit(ctx, "surveys.published", { kind: "survey", id: survey.id }, { version });
    return { ok: true, version };
  });
}

/** The changes with what staff said of them: words that changed may be another meaning. */
function judged(changes: readonly Change[], meaning: readonly string[]): Change[] {
  return changes.map((change) => {
    const isMore = change.kind === "wording" || change.kind === "addition";
    return isMore && meaning.includes(change.key) ? { ...change, kind: "meaning" } : change;
  });
}

type NewVersion = Pick<typeof surveyVersions.$inferInsert, "hash" | "changeClass" | "changes" | "reason"> & {
  questionnaire: Questionnaire;
};

async function putVersion(ctx: Ctx, survey: SurveyRow, made: NewVersion): Promise<number> {
  const [last] = await ctx.db
    .select({ version: max(surveyVersions.version) })
    .from(surveyVersions)
    .where(and(eq(surveyVersions.surveyId, survey.id)));
  const version = Number(last?.version ?? 0) + 1;
  await ctx.db.insert(surveyVersions).values({
    surveyId: survey.id,
    version,
    ...made,
    publishedBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
    publishedAt: ctx.now,
  });
  await ctx.db
    .update(surveys)
    .set({
      state: "published",
      liveVersion: version,
      draft: made.questionnaire,
      publishedAt: survey.publishedAt ?? ctx.now,
    })
    .where(eq(surveys.id, survey.id));
  return version;
}
