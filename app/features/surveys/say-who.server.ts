import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalNow } from "./answer-page.server";
import type { Draft } from "./answering";
import { may } from "./may";
import { newCode, putDraft } from "./put-draft.server";
import { findSurvey, findSurveyRow } from "./read.server";
import { findDraft } from "./read-draft.server";
import { type Standing, standingOf } from "./rules";
import { fieldsOf, whoForm } from "./schema";

/** Known; or why not. */
export type Said =
  | { ok: true; code: string }
  | Refusal<"invalid" | "missing" | "voucher" | Exclude<Standing, "draft" | "open">>;

/**
 * Somebody says who they are before the first question of a linked survey. Anonymous ones have no such page.
 *
 * Daily totals: like every page of a survey, it leaves no trace in the record by itself.
 */
export async function sayWho(
  ctx: Ctx,
  { slug, typed, code: brought }: { slug: string; typed: unknown; code: string | null },
): Promise<Said> {
  const seen = await findSurvey(ctx, slug);
  if (seen?.survey.anonymity !== "linked") return { ok: false, reason: "missing" };
  const parsed = whoForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { id } = seen.survey;
  const code = brought ?? newCode();
  return write(ctx, { locks: [`survey-draft:${code}`] }, async (ctx): Promise<Said> => {
    const survey = await findSurveyRow(ctx, { id });
    if (!survey?.liveVersion || !may.answer(ctx.actor, survey)) return { ok: false, reason: "missing" };
    const found = await findDraft(ctx, id, brought);
    const refused = refusalNow(standingOf(survey, ctx.now), found);
    if (refused) return { ok: false, reason: refused };
    if (survey.asksVoucher && !found?.voucher) return { ok: false, reason: "voucher" };
    const draft: Draft = found ?? { version: survey.liveVersion, answers: {} };
    await putDraft(ctx, id, code, { ...draft, who: parsed.data });
    return { ok: true, code };
  });
}
