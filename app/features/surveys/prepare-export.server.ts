import { surveyExports } from "~/db/tables/surveys-paper";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { exportForm } from "./paper-forms";
import { findSurveyRow } from "./read.server";
import { countStored } from "./read-exports.server";
import { LARGEST_WORKBOOK } from "./rules";
import { fieldsOf } from "./schema";

/**
 * Somebody asks for a survey's responses as a file; `id` fetches it. Always with a reason, which is written down
 * with their name. Refuses a workbook of more responses than one may hold.
 */
export async function prepareExport(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = exportForm.safeParse(typed);
  return write(ctx, { locks: [] }, async (ctx): Promise<Awaited<ReturnType<typeof prepareExport>>> => {
    const survey = await findSurveyRow(ctx, { slug });
    if (!survey || !may.read(ctx.actor, survey)) return { ok: false, reason: "missing" };
    if (!may.exportAnswers(ctx.actor, survey)) return { ok: false, reason: "not_allowed" };
    if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
    const { format, words, names, reason } = parsed.data;
    const named = names && survey.anonymity === "linked";
    const lacksWords = words && !may.exportWords(ctx.actor, survey);
    const lacksNames = named && !may.seeNames(ctx.actor, survey);
    if (lacksWords || lacksNames) return { ok: false, reason: "not_allowed" };
    const responses = await countStored(ctx, survey.id);
    if (format === "xlsx" && responses > LARGEST_WORKBOOK) {
      return { ok: false, reason: "invalid", fields: { format: [tooLarge(responses)] } };
    }
    const id = newId();
    const byId = ctx.actor.kind === "account" ? ctx.actor.id : null;
    const facts = { format, words, names: named, responses, reason };
    await ctx.db.insert(surveyExports).values({ id, surveyId: survey.id, at: ctx.now, byId, ...facts });
    await audit(ctx, "surveys.exported", { kind: "survey", id: survey.id }, facts);
    return { ok: true, id };
  });
}

const tooLarge = (responses: number) =>
  `An Excel workbook can hold ${LARGEST_WORKBOOK.toLocaleString("en-GB")} responses here, and this survey has ${responses.toLocaleString("en-GB")}. Choose CSV: Excel opens it too`;
