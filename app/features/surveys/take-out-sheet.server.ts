import { and, eq } from "drizzle-orm";
import { surveySheets } from "~/db/tables/surveys-paper";
import { forgetParticipants } from "~/features/people/forget-participants.server";
import { audit } from "~/platform/audit.server";
import { asSystem, type Ctx, type Refusal, write } from "~/platform/context.server";
import { isPaperOver } from "./batch";
import { keepNoLonger } from "./keep-response.server";
import { may } from "./may";
import { findSurvey, findSurveyRow } from "./read.server";
import { findSheet } from "./read-paper.server";

/**
 * Undoes the typing of a sheet: its answers go, tallies and totals in step, and it can be typed again. The record
 * says of which batch and nothing of the sheet.
 */
export async function takeOutSheet(
  ctx: Ctx,
  { slug, code }: { slug: string; code: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed" | "over">> {
  const seen = await findSurvey(ctx, slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id });
    const found = await findSheet(ctx, id, code);
    if (!survey || !found?.response) return { ok: false, reason: "missing" };
    if (!may.enter(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (isPaperOver(survey, ctx.now)) return { ok: false, reason: "over" };
    const { participantId } = found.response;
    await keepNoLonger(ctx, survey, found.response);
    if (participantId) await forgetParticipants(asSystem(ctx, "surveys"), { ids: [participantId] });
    await resetSheet(ctx, id, code);
    await audit(ctx, "surveys.took_sheet_out", { kind: "survey", id }, { batch: found.batch.number });
    return { ok: true };
  });
}

/** Makes a sheet one that nobody has typed, inside a write. */
export async function resetSheet(ctx: Ctx, surveyId: string, code: string): Promise<void> {
  await ctx.db
    .update(surveySheets)
    .set({ state: "printed", typedBy: null, secondBy: null, second: null, compared: 0, alike: 0 })
    .where(and(eq(surveySheets.surveyId, surveyId), eq(surveySheets.code, code)));
}
