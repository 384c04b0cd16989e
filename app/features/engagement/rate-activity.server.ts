import { v4 } from "uuid";
import { participationRatings } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import { dayOf } from "~/platform/london";
import { keyed } from "~/platform/secret-links.server";
import { may } from "./may";
import { findActivityRow, findRating, isRepOf } from "./read.server";
import { canBeRated } from "./rules";
import { fieldsOf, ratingForm } from "./schema";

/** What comes with the form: which activity, and how scripts are slowed down. */
export type Rating = {
  slug: string;
  typed: unknown;
  submissionId?: string;
  /** The visitor's address, for limits; null where limits do not apply. */
  limitBy?: string | null;
};

const LIMIT = { name: "rate-activity", most: 30, minutes: 10 };

/**
 * Somebody who took part says how much say they had, 1 to 7, without saying who they are; staff may write it
 * down for them. The same form sent twice counts once. Refuses what has not begun or was called off.
 */
export async function rateActivity(
  ctx: Ctx,
  { slug, typed, submissionId, limitBy }: Rating,
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_yet" | "too_many">> {
  const parsed = ratingForm.safeParse(typed);
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  // What they answered belongs to it: another answer with the same id is another person's.
  const level = parsed.success ? parsed.data.level : 0;
  const submission = submissionId ? keyed(ctx.secret, "rating", found.id, submissionId, String(level)) : null;
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    if (!activity || !may.rate(ctx.actor, activity, await isRepOf(ctx, found.id))) {
      return { ok: false, reason: "missing" };
    }
    if (!canBeRated(activity, dayOf(ctx.now))) return { ok: false, reason: "not_yet" };
    if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
    if (submission && (await findRating(ctx, submission))) return { ok: true };
    if (limitBy && !(await withinLimit(ctx, LIMIT, limitBy))) return { ok: false, reason: "too_many" };
    const channel = may.work(ctx.actor) ? "assisted" : "web";
    await ctx.db
      .insert(participationRatings)
      .values({ id: v4(), activityId: activity.id, level, channel, submission, day: dayOf(ctx.now) });
    await audit(ctx, "engagement.rated", { kind: "activity", id: activity.id }, { channel });
    return { ok: true };
  });
}
