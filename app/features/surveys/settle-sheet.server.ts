import { and, eq } from "drizzle-orm";
import { surveySheets } from "~/db/tables/surveys-paper";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { isPaperOver } from "./batch";
import { may } from "./may";
import { findSurvey, findSurveyRow, getVersion } from "./read.server";
import { findSheet } from "./read-paper.server";
import { chosenAnswers } from "./sheet-answers";
import { replaceAnswers } from "./store-responses.server";
import { compareSheets, fieldOf } from "./typing";

/** Settled; or why not. `settled`: nothing has to be decided. */
export type Settled = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed" | "over" | "settled">;

/**
 * Decides, question by question, which of two typings is right; the form says `first` or `second` for each that
 * differs. The second typing is not kept afterwards; how much was alike is. The record says of which batch.
 */
export async function settleSheet(
  ctx: Ctx,
  input: { slug: string; code: string; typed: Record<string, string | string[] | undefined> },
): Promise<Settled> {
  const seen = await findSurvey(ctx, input.slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx): Promise<Settled> => {
    const survey = await findSurveyRow(ctx, { id });
    const found = await findSheet(ctx, id, input.code);
    if (!survey || !found?.response) return { ok: false, reason: "missing" };
    if (!may.enter(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    const { second } = found.sheet;
    if (!second) return { ok: false, reason: "settled" };
    if (isPaperOver(survey, ctx.now)) return { ok: false, reason: "over" };
    const { questionnaire } = await getVersion(ctx, id, found.response.version);
    const { differ } = compareSheets(questionnaire, found.response.answers, second);
    const open = differ.filter((one) => !["first", "second"].includes(String(input.typed[fieldOf(one)])));
    if (open.length > 0) {
      const fields = Object.fromEntries(open.map((one) => [fieldOf(one), ["Choose what the sheet says"]]));
      return { ok: false, reason: "invalid", fields };
    }
    const takeSecond = new Set(
      differ.filter((one) => input.typed[fieldOf(one)] === "second").map(({ key }) => key),
    );
    const answers = chosenAnswers(questionnaire, found.response.answers, second, (key) =>
      takeSecond.has(key),
    );
    await replaceAnswers(ctx, found.response, answers);
    await ctx.db
      .update(surveySheets)
      .set({ state: "checked", second: null })
      .where(and(eq(surveySheets.surveyId, id), eq(surveySheets.code, input.code)));
    const facts = { batch: found.batch.number, questions: differ.length };
    await audit(ctx, "surveys.settled_sheet", { kind: "survey", id }, facts);
    return { ok: true };
  });
}
