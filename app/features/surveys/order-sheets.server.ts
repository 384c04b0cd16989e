import { eq, max } from "drizzle-orm";
import { surveyBatches, surveySheets } from "~/db/tables/surveys-paper";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { isLocale } from "~/platform/locales";
import { shuffled } from "~/platform/pool.server";
import { isPaperOver } from "./batch";
import { may } from "./may";
import { batchForm } from "./paper-forms";
import { findSurvey, findSurveyRow } from "./read.server";
import { fieldsOf } from "./schema";
import { SHEET_NUMBERS, sheetCode } from "./sheet-codes";

const CHUNK = 200;

/** Ordered; or why not. `draft`: nothing is published that could be printed. `over`: no sheet can come back any more. */
export type Ordered =
  | { ok: true; number: number }
  | Refusal<"invalid" | "missing" | "not_allowed" | "draft" | "over">;

/**
 * Orders a batch of sheets of the live version. Each has a code of its own, drawn at random, so that codes say
 * nothing of the order in which sheets were given out. The same batch can be printed again.
 */
export async function orderSheets(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<Ordered> {
  const seen = await findSurvey(ctx, slug);
  if (!seen || !may.read(ctx.actor, seen.survey)) return { ok: false, reason: "missing" };
  const parsed = batchForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { id } = seen.survey;
  return write(ctx, { locks: [`survey:${id}`] }, async (ctx): Promise<Ordered> => {
    const survey = await findSurveyRow(ctx, { id });
    if (!survey || !may.orderSheets(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (survey.liveVersion === null) return { ok: false, reason: "draft" };
    if (isPaperOver(survey, ctx.now)) return { ok: false, reason: "over" };
    const { locale, size, ...facts } = parsed.data;
    const [last] = await ctx.db
      .select({ number: max(surveyBatches.number) })
      .from(surveyBatches)
      .where(eq(surveyBatches.surveyId, id));
    const number = Number(last?.number ?? 0) + 1;
    const batchId = newId();
    await ctx.db.insert(surveyBatches).values({
      ...facts,
      id: batchId,
      surveyId: id,
      number,
      version: survey.liveVersion,
      locale: isLocale(locale) ? locale : "en",
      large: size === "large",
      late: [],
      complete: false,
      orderedBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
      orderedAt: ctx.now,
    });
    const rows = shuffled(SHEET_NUMBERS)
      .slice(0, facts.sheets)
      .map((sheet) => ({
        surveyId: id,
        code: sheetCode(number, sheet),
        batchId,
        state: "printed" as const,
        compared: 0,
        alike: 0,
      }));
    for (let n = 0; n < rows.length; n += CHUNK) {
      await ctx.db.insert(surveySheets).values(rows.slice(n, n + CHUNK));
    }
    await audit(
      ctx,
      "surveys.ordered_sheets",
      { kind: "survey", id },
      { batch: number, sheets: facts.sheets },
    );
    return { ok: true, number };
  });
}
