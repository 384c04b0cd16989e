import { randomUUID } from "node:crypto";
import { appraiserScores } from "~/db/tables/appraisals-scores";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import type { Typed } from "~/ui/typed";
import { may } from "./may";
import { findAppraisalRow, listCriteria, listOptions } from "./read.server";
import { phoneKey } from "./read-scores.server";
import { type Given, PUBLIC_PROBLEMS, scoresIn } from "./scores-form";

/** A whole hall may share one connection, so this only stops scripts. */
const LIMIT: Limit = { name: "appraisal-scores", most: 300, minutes: 10 };

/** What comes from a phone: the code on the wall, the form, and what the phone is told by. */
export type Putting = {
  code: string;
  typed: Typed;
  /** Of the phone's cookie; of a phone without one, the id of the form that it was shown. */
  token: string;
  /** The visitor's address, for limits; null where limits do not apply. */
  limitBy: string | null;
};

/**
 * Keeps what somebody in the room gives, one set a phone; sending again changes it. Refuses a code that is not on any
 * wall, also once scoring has closed.
 *
 * Daily totals: scores are anonymous, so that no moment may lead to them; the record says how many there were when
 * scoring closes.
 */
export async function putScores(
  ctx: Ctx,
  { code, typed, token, limitBy }: Putting,
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "too_many">> {
  const found = await findAppraisalRow(ctx, { code });
  if (!found) return { ok: false, reason: "missing" };
  const options = await listOptions(ctx, found.id);
  const criteria = await listCriteria(ctx, found.id);
  const read = scoresIn(typed, { options, criteria }, PUBLIC_PROBLEMS);
  if (!read.ok) return { ok: false, reason: "invalid", fields: read.fields };
  return write(
    ctx,
    { locks: [`appraisal:${found.slug}`] },
    async (ctx): Promise<Awaited<ReturnType<typeof putScores>>> => {
      const appraisal = await findAppraisalRow(ctx, { code });
      if (!appraisal || !may.score(ctx.actor, appraisal)) return { ok: false, reason: "missing" };
      if (limitBy && !(await withinLimit(ctx, LIMIT, limitBy))) return { ok: false, reason: "too_many" };
      await putGiven(ctx, appraisal.id, phoneKey(ctx, appraisal.id, token), read.given);
      return { ok: true };
    },
  );
}

/** Keeps one set of scores under its key, in place of what was there. Inside a write that locks the appraisal. */
export async function putGiven(ctx: Ctx, appraisalId: string, key: string, given: Given): Promise<void> {
  await ctx.db
    .insert(appraiserScores)
    .values({ id: randomUUID(), appraisalId, key, ...given })
    .onConflictDoUpdate({ target: appraiserScores.key, set: given });
}
