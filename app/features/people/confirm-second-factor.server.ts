import { eq } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import { endAllSessions, markSecondFactor, type SignedIn } from "~/platform/session.server";
import { may } from "./may";
import { tellNotice } from "./messages";
import { getAccount } from "./read.server";
import { pendingKeyOf } from "./read-second-factor.server";
import { isFresh, LIMITS } from "./rules";
import { stepOfCode } from "./second-factor-key";

/** The second factor was given: the cookie of the session that goes on under a new token. */
export type Given = { ok: true; cookie: string };
/** Why a code did not count. */
export type NotGiven = Refusal<"wrong" | "too_many" | "not_set" | "stale">;

/**
 * Puts the new key in force when a code proves that the app has it, and signs every other browser out.
 * Refuses wrong codes, too many of them, and a change by someone who did not give the old factor lately.
 */
export async function confirmSecondFactor(
  ctx: Ctx,
  input: { session: SignedIn; code: string },
): Promise<Given | NotGiven> {
  const { session } = input;
  const done = await write(ctx, { locks: [`account:${session.userId}`] }, async (ctx) => ({
    ok: true as const,
    answer: await confirm(ctx, session, input.code),
  }));
  return done.answer;
}

async function confirm(ctx: Ctx, session: SignedIn, code: string): Promise<Given | NotGiven> {
  const account = await getAccount(ctx, session.userId);
  const key = pendingKeyOf(ctx, account);
  if (!key) return { ok: false, reason: "not_set" };
  const fresh = account.totpSealed === null || isFresh(session.secondFactorAt, ctx.now);
  if (!fresh || !may.changeSecondFactor(ctx.actor, account.id)) return { ok: false, reason: "stale" };
  const allowed = await withinLimit(ctx, LIMITS.secondFactorByAccount, account.id);
  if (!allowed) return { ok: false, reason: "too_many" };
  const step = stepOfCode(key, code, ctx.now, null);
  if (step === null) return { ok: false, reason: "wrong" };
  await ctx.db
    .update(accounts)
    .set({
      totpSealed: account.totpNextSealed,
      totpNextSealed: null,
      totpConfirmedAt: ctx.now,
      totpLastStep: String(step),
    })
    .where(eq(accounts.id, account.id));
  await audit(ctx, "people.second_factor_set", { kind: "account", id: account.id });
  await tellNotice(ctx, account, "second_factor_set");
  await endAllSessions(ctx, account.id, session.id);
  return { ok: true, cookie: await markSecondFactor(ctx, session) };
}
