import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { isPaperOver } from "./batch";
import { may } from "./may";
import { findSurvey, findSurveyRow, getVersion } from "./read.server";
import { findSheet } from "./read-paper.server";
import { answersOf, saysMayQuote } from "./sheet-answers";
import { replaceAnswers } from "./store-responses.server";

/** Put right; or why not. `differs`: somebody has to decide between two typings first. */
export type Corrected =
  | { ok: true }
  | { ok: false; reason: "invalid"; fields: Record<string, string[]>; off: string[] }
  | Refusal<"missing" | "not_allowed" | "over" | "differs">;

/**
 * Puts other answers in the place of a typed sheet's, with the tallies in step. The record says of which batch
 * and nothing of the sheet, so that no moment stands near one person's answers.
 */
export async function correctSheet(
  ctx: Ctx,
  input: { slug: string; code: string; typed: Record<string, string | string[] | undefined> },
): Promise<Corrected> {
  const seen = await findSurvey(ctx, input.slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx): Promise<Corrected> => {
    const survey = await findSurveyRow(ctx, { id });
    const found = await findSheet(ctx, id, input.code);
    if (!survey || !found?.response) return { ok: false, reason: "missing" };
    if (!may.enter(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (isPaperOver(survey, ctx.now)) return { ok: false, reason: "over" };
    if (found.sheet.state === "differs") return { ok: false, reason: "differs" };
    const { questionnaire } = await getVersion(ctx, id, found.response.version);
    const read = answersOf(questionnaire, input.typed, String(input.typed.leaveOut ?? ""));
    if (!read.ok) return { ok: false, reason: "invalid", fields: read.fields, off: read.off };
    const mayQuote = survey.asksToQuote && saysMayQuote(input.typed);
    await replaceAnswers(ctx, found.response, read.answers, mayQuote);
    await audit(ctx, "surveys.corrected_sheet", { kind: "survey", id }, { batch: found.batch.number });
    return { ok: true };
  });
}
