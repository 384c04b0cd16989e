import { eq } from "drizzle-orm";
import { surveys } from "~/db/tables/surveys";
import type { Questionnaire } from "~/db/tables/surveys-documents";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may, refusalOf } from "./may";
import { findSurveyRow } from "./read.server";
import { breakdownsOf, MOST_BREAKDOWNS } from "./rules";
import { fieldsOf, questionnaireForm, tooManyBreakdowns } from "./schema";

/** The draft as it is to be, or what is wrong with what was typed. */
export type Edited = Questionnaire | { fields: Record<string, string[]> };

/**
 * Changes the questions that staff are writing; what people answer changes only with the next version. `edit`
 * is given the draft as it stands, inside the lock, and may say what is wrong.
 */
export async function editQuestions(
  ctx: Ctx,
  { slug, edit }: { slug: string; edit: (draft: Questionnaire) => Edited },
): Promise<{ ok: true; draft: Questionnaire } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const found = await findSurveyRow(ctx, { slug });
  const refused = refusalOf(ctx.actor, found);
  if (!found || refused) return { ok: false, reason: refused ?? "missing" };
  return write(ctx, { locks: [`survey:${found.id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id: found.id });
    if (!survey || !may.edit(ctx.actor, survey)) return { ok: false, reason: "missing" };
    const edited = edit(survey.draft);
    if ("fields" in edited) return { ok: false, reason: "invalid", fields: edited.fields };
    const parsed = questionnaireForm.safeParse(edited);
    if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
    const draft = parsed.data;
    if (breakdownsOf(draft).length > MOST_BREAKDOWNS) {
      return { ok: false, reason: "invalid", fields: { breakdown: [tooManyBreakdowns] } };
    }
    await ctx.db.update(surveys).set({ draft }).where(eq(surveys.id, survey.id));
    await audit(
      ctx,
      "surveys.questions_edited",
      { kind: "survey", id: survey.id },
      { questions: draft.questions.length },
    );
    return { ok: true, draft };
  });
}

/** The questions of a file in place of a draft's. What the survey says about itself keeps its translations. */
export function replacedBy(questionnaire: Questionnaire): (draft: Questionnaire) => Questionnaire {
  return (draft) => {
    const codes = new Set([...Object.keys(draft.translations), ...Object.keys(questionnaire.translations)]);
    const translations = [...codes].map((code) => {
      const own = Object.entries(draft.translations[code] ?? {}).filter(([key]) => key.startsWith("survey."));
      return [code, { ...Object.fromEntries(own), ...questionnaire.translations[code] }] as const;
    });
    return { ...questionnaire, translations: Object.fromEntries(translations) };
  };
}
