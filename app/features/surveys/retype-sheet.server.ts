import { and, eq } from "drizzle-orm";
import { surveySheets } from "~/db/tables/surveys-paper";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { isPaperOver } from "./batch";
import { may } from "./may";
import { findSurvey, findSurveyRow, getVersion } from "./read.server";
import { findSheet } from "./read-paper.server";
import { answersOf, saysMayQuote } from "./sheet-answers";
import { compareSheets } from "./typing";
import { quoteNoLonger } from "./withdraw-quote.server";

/** Typed a second time, and how many questions differ; or why not. `settled`: it was typed twice already. */
export type Retyped =
  | { ok: true; differ: number }
  | { ok: false; reason: "invalid"; fields: Record<string, string[]>; off: string[] }
  | Refusal<"missing" | "not_allowed" | "over" | "settled">;

/**
 * Types a sheet a second time, by somebody else than who typed it first, and compares the two. Where both are alike
 * nothing of the second is kept; else it waits for somebody to decide.
 *
 * Daily totals: it leaves no trace with a moment, like the first typing.
 */
export async function retypeSheet(
  ctx: Ctx,
  input: { slug: string; code: string; typed: Record<string, string | string[] | undefined> },
): Promise<Retyped> {
  const seen = await findSurvey(ctx, input.slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx): Promise<Retyped> => {
    const survey = await findSurveyRow(ctx, { id });
    const found = await findSheet(ctx, id, input.code);
    if (!survey || !found?.response) return { ok: false, reason: "missing" };
    if (found.sheet.state !== "typed") return { ok: false, reason: "settled" };
    if (!may.typeAgain(ctx.actor, survey, found.sheet.typedBy)) return { ok: false, reason: "not_allowed" };
    if (isPaperOver(survey, ctx.now)) return { ok: false, reason: "over" };
    const { questionnaire } = await getVersion(ctx, id, found.response.version);
    const read = answersOf(questionnaire, input.typed, String(input.typed.leaveOut ?? ""));
    if (!read.ok) return { ok: false, reason: "invalid", fields: read.fields, off: read.off };
    const { compared, differ } = compareSheets(questionnaire, found.response.answers, read.answers);
    await ctx.db
      .update(surveySheets)
      .set({
        state: differ.length > 0 ? "differs" : "checked",
        secondBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
        second: differ.length > 0 ? read.answers : null,
        compared,
        alike: compared - differ.length,
      })
      .where(and(eq(surveySheets.surveyId, id), eq(surveySheets.code, input.code)));
    // Words are published only where both who typed saw the tick.
    if (found.response.mayQuote && !saysMayQuote(input.typed)) await quoteNoLonger(ctx, found.response.id);
    return { ok: true, differ: differ.length };
  });
}
