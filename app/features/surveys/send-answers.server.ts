import { eq } from "drizzle-orm";
import { surveyDrafts, surveySubmissions } from "~/db/tables/surveys-responses";
import { recordParticipant } from "~/features/people/record-participant.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { isLocale } from "~/platform/locales";
import { dayOf } from "~/platform/london";
import type { Draft } from "./answering";
import { keepResponse } from "./keep-response.server";
import { may } from "./may";
import { tellAnswersKept } from "./messages";
import { findSurvey, findSurveyRow, getVersion, type SurveyRow } from "./read.server";
import { draftId, findDraft, submissionKey, wasSent } from "./read-draft.server";
import { firstOpenPage, keptAnswers } from "./route";
import { standingOf } from "./rules";
import { withdrawLink } from "./withdraw-response.server";

/** Sent; or why not. `open`: a question on the route still has to be answered. `begin`: nothing is on the way. */
export type Sent =
  | { ok: true; already: boolean }
  | { ok: false; reason: "open"; page: string; fields?: undefined }
  | Refusal<"missing" | "begin" | "full" | "closed">;

/**
 * Takes somebody's answers in: those on the route, all others dropped. The draft goes. The same form sent twice
 * is one response, for a day.
 *
 * Daily totals: the record holds how many came on a day, and nothing of this one.
 */
export async function sendAnswers(
  ctx: Ctx,
  input: { slug: string; code: string | null; submissionId: string; locale: string },
): Promise<Sent> {
  const seen = await findSurvey(ctx, input.slug);
  if (!seen) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  const locks = [`survey:${id}`, `survey-draft:${input.code}`];
  return write(ctx, { locks }, async (ctx): Promise<Sent> => {
    const survey = await findSurveyRow(ctx, { id });
    if (!survey || !may.answer(ctx.actor, survey)) return { ok: false, reason: "missing" };
    if (await wasSent(ctx, id, input.submissionId)) return { ok: true, already: true };
    const draft = await findDraft(ctx, id, input.code);
    if (!draft || !input.code) return { ok: false, reason: "begin" };
    if (standingOf(survey, ctx.now) === "closed") return { ok: false, reason: "closed" };
    if (survey.most !== null && survey.received >= survey.most) return { ok: false, reason: "full" };
    const { questionnaire } = await getVersion(ctx, id, draft.version);
    const open = firstOpenPage(questionnaire, draft.answers);
    if (open) return { ok: false, reason: "open", page: open };
    const participantId = await participantOf(ctx, survey, draft, input.locale);
    await keepResponse(ctx, survey, {
      version: draft.version,
      channel: draft.helped?.channel ?? "online",
      enteredBy: draft.helped?.by,
      answers: keptAnswers(questionnaire, draft.answers),
      participantId,
    });
    if (participantId && draft.who?.email) {
      const to = { ...draft.who, locale: isLocale(input.locale) ? input.locale : ("en" as const) };
      const link = withdrawLink(ctx, participantId);
      await tellAnswersKept(ctx, to, { slug: survey.slug, title: survey.title, link, participantId });
    }
    await ctx.db.delete(surveyDrafts).where(eq(surveyDrafts.id, draftId(ctx, input.code)));
    if (input.submissionId) {
      const key = submissionKey(ctx, id, input.submissionId);
      await ctx.db.insert(surveySubmissions).values({ key, day: dayOf(ctx.now) });
    }
    return { ok: true, already: false };
  });
}

/** Of a linked survey, the person who answers; of an anonymous one, nobody. */
async function participantOf(ctx: Ctx, survey: SurveyRow, draft: Draft, locale: string) {
  if (survey.anonymity !== "linked" || !draft.who) return null;
  const { name, email } = draft.who;
  const person = await recordParticipant(ctx, {
    name,
    preferredContact: email ? "email" : "none",
    email: email || null,
    kind: "resident",
    locale,
  });
  return person.id;
}
