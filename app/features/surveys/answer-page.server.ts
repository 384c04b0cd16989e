import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { type Draft, type Move, turnPage, type WrongField } from "./answering";
import { may } from "./may";
import { newCode, putDraft } from "./put-draft.server";
import { findSurvey, findSurveyRow, getVersion } from "./read.server";
import { findDraft } from "./read-draft.server";
import { type Standing, standingOf } from "./rules";

/** New drafts of one survey, by whomever: a number, and never who people are. */
const LIMIT: Limit = { name: "survey-drafts", most: 3000, minutes: 10 };

/** One page of a survey as it was sent. `code`: the return code that the browser brings, or null. */
export type PageSent = {
  slug: string;
  page: string;
  posted: Record<string, string | string[]>;
  move: Move;
  code: string | null;
};

/** Kept under `code`, and where to go; or why not. `who`: a linked survey that does not know yet who answers.
 * `voucher`: one that asks for a voucher, and has none yet. */
export type PageKept =
  | { ok: true; code: string; next: string | null }
  | { ok: false; reason: "wrong"; wrong: WrongField[]; code: string | null; fields?: undefined }
  | Refusal<"missing" | "too_many" | "who" | "voucher" | Exclude<Standing, "draft" | "open">>;

/**
 * Keeps what somebody answered on one page, under their return code, on the version that they began. Whoever
 * brings no code begins anew, as long as the survey is open.
 *
 * Daily totals: a survey's answers leave no trace in the record by themselves, since it holds exact times.
 */
export async function answerPage(ctx: Ctx, input: PageSent): Promise<PageKept> {
  const seen = await findSurvey(ctx, input.slug);
  if (!seen) return { ok: false, reason: "missing" };
  const { id } = seen.survey;
  const code = input.code ?? newCode();
  return write(ctx, { locks: [`survey-draft:${code}`] }, async (ctx): Promise<PageKept> => {
    const survey = await findSurveyRow(ctx, { id });
    if (!survey?.liveVersion || !may.answer(ctx.actor, survey)) return { ok: false, reason: "missing" };
    const found = await findDraft(ctx, id, input.code);
    const refused = refusalNow(standingOf(survey, ctx.now), found);
    if (refused) return { ok: false, reason: refused };
    if (!found && !(await withinLimit(roundly(ctx, LIMIT), LIMIT, id)))
      return { ok: false, reason: "too_many" };
    if (survey.asksVoucher && !found?.voucher) return { ok: false, reason: "voucher" };
    if (survey.anonymity === "linked" && !found?.who) return { ok: false, reason: "who" };
    const draft: Draft = found ?? { version: survey.liveVersion, answers: {} };
    const { questionnaire } = await getVersion(ctx, id, draft.version);
    const { answers, wrong, next } = turnPage(questionnaire, draft.answers, input);
    if (wrong.length > 0) return { ok: false, reason: "wrong", wrong, code: found ? code : null };
    await putDraft(ctx, id, code, { ...draft, answers });
    return { ok: true, code, next };
  });
}

/** The same ctx at the begin of a limit's time: what a limit notes must not be when somebody began. */
export function roundly(ctx: Ctx, limit: Limit): Ctx {
  const window = limit.minutes * 60_000;
  return { ...ctx, now: new Date(Math.floor(ctx.now.getTime() / window) * window) };
}

/** Why somebody can't go on now, or null: new people only while it is open, others until it is over. */
export function refusalNow(standing: Standing, draft: Draft | null) {
  if (standing === "draft" || standing === "open") return null;
  return draft && (standing === "finishing" || standing === "full") ? null : standing;
}
