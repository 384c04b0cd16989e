import { and, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import { markSecondFactor, type SignedIn } from "~/platform/session.server";
import type { Given, NotGiven } from "./confirm-second-factor.server";
import { recoveryHash } from "./make-recovery-codes.server";
import { may } from "./may";
import { tellNotice } from "./messages";
import { getAccount } from "./read.server";
import { foldCode, LIMITS } from "./rules";

/** Takes a recovery code in place of the second factor, each once, and tells the account's owner. */
export async function spendRecoveryCode(
  ctx: Ctx,
  input: { session: SignedIn; code: string },
): Promise<Given | NotGiven> {
  const { session } = input;
  const done = await write(ctx, { locks: [`account:${session.userId}`] }, async (ctx) => ({
    ok: true as const,
    answer: await spend(ctx, session, input.code),
  }));
  return done.answer;
}

async function spend(ctx: Ctx, session: SignedIn, code: string): Promise<Given | NotGiven> {
  const account = await getAccount(ctx, session.userId);
  const subject = { kind: "account", id: account.id };
  const allowed = await withinLimit(ctx, LIMITS.recoveryByAccount, account.id);
  if (!allowed || !may.changeSecondFactor(ctx.actor, account.id)) return { ok: false, reason: "too_many" };
  const [spent] = await ctx.db
    .update(recoveryCodes)
    .set({ usedAt: ctx.now })
    .where(
      and(
        eq(recoveryCodes.accountId, account.id),
        eq(recoveryCodes.hash, recoveryHash(ctx, account.id, foldCode(code))),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning();
  if (!spent) {
    await audit(ctx, "people.wrong_recovery_code", subject);
    return { ok: false, reason: "wrong" };
  }
  await audit(ctx, "people.second_factor_given", subject, { how: "recovery_code" });
  await tellNotice(ctx, account, "recovery_code_used");
  return { ok: true, cookie: await markSecondFactor(ctx, session) };
}
