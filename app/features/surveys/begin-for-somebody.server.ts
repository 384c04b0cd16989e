import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { newCode, putDraft } from "./put-draft.server";
import { findSurvey, findSurveyRow } from "./read.server";
import { type HelpedChannel, standingOf } from "./rules";

/** Begun, under this return code; or why not. */
export type Begun = { ok: true; code: string } | Refusal<"missing" | "not_allowed" | "not_open">;

/**
 * Staff begin to answer with somebody beside them, or on the phone. What follows are the pages that everybody
 * sees, so that the person hears the same words; channel and helper come with the answers when they are sent.
 *
 * Daily totals: like every page of a survey, it leaves no trace in the record by itself.
 */
export async function beginForSomebody(
  ctx: Ctx,
  { slug, channel }: { slug: string; channel: HelpedChannel },
): Promise<Begun> {
  const seen = await findSurvey(ctx, slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const code = newCode();
  return write(ctx, { locks: [`survey-draft:${code}`] }, async (ctx): Promise<Begun> => {
    const survey = await findSurveyRow(ctx, { id: seen.survey.id });
    if (!survey || !may.enter(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (!survey.liveVersion || standingOf(survey, ctx.now) !== "open")
      return { ok: false, reason: "not_open" };
    const by = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await putDraft(ctx, survey.id, code, {
      version: survey.liveVersion,
      answers: {},
      helped: { channel, by },
    });
    return { ok: true, code };
  });
}
