import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { refusalNow, roundly } from "./answer-page.server";
import type { Draft } from "./answering";
import { may } from "./may";
import { newCode, putDraft } from "./put-draft.server";
import { findSurvey, findSurveyRow } from "./read.server";
import { findDraft } from "./read-draft.server";
import { findVoucher, readVoucher } from "./read-vouchers.server";
import { type Standing, standingOf } from "./rules";

/** Codes that are tried for one survey, by whomever: enough for a busy day, too few to guess one. */
const TRIES: Limit = { name: "survey-vouchers", most: 3000, minutes: 10 };

/** Kept for the sending; or why not. `wrong` and `used` are what the page tells, `too_many` that it is guessed at. */
export type Brought =
  | { ok: true; code: string }
  | { ok: false; reason: "wrong" | "used" | "too_many"; fields?: undefined }
  | Refusal<"missing" | Exclude<Standing, "draft" | "open">>;

/**
 * Somebody brings a voucher before the first question. It is used up only when the answers are sent.
 *
 * Daily totals: like every page of a survey, it leaves no trace in the record by itself.
 */
export async function bringVoucher(
  ctx: Ctx,
  { slug, voucher: typed, code: brought }: { slug: string; voucher: string; code: string | null },
): Promise<Brought> {
  const seen = await findSurvey(ctx, slug);
  if (!seen?.survey.asksVoucher) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  const code = brought ?? newCode();
  const voucher = readVoucher(typed);
  // What is refused is undone, so tries are counted in a write of their own.
  const counted = await countTry(ctx, id);
  if (!counted) return { ok: false, reason: "too_many" };
  return write(ctx, { locks: [`survey-draft:${code}`] }, async (ctx): Promise<Brought> => {
    const survey = await findSurveyRow(ctx, { id });
    if (!survey?.liveVersion || !may.answer(ctx.actor, survey)) return { ok: false, reason: "missing" };
    const found = await findDraft(ctx, id, brought);
    const refused = refusalNow(standingOf(survey, ctx.now), found);
    if (refused) return { ok: false, reason: refused };
    const row = voucher && (await findVoucher(ctx, id, voucher));
    if (!voucher || !row) return { ok: false, reason: "wrong" };
    if (row.used) return { ok: false, reason: "used" };
    const draft: Draft = found ?? { version: survey.liveVersion, answers: {} };
    await putDraft(ctx, id, code, { ...draft, voucher });
    return { ok: true, code };
  });
}

/** Daily totals: only how many codes were tried is counted, in whole ten minutes. False when it was too many. */
async function countTry(ctx: Ctx, id: string): Promise<boolean> {
  const counted = await write(ctx, { locks: [`survey-vouchers:${id}`] }, async (ctx) => {
    const survey = await findSurveyRow(ctx, { id });
    const asks = survey && may.answer(ctx.actor, survey);
    return { ok: true, within: asks ? await withinLimit(roundly(ctx, TRIES), TRIES, id) : true };
  });
  return counted.within;
}
