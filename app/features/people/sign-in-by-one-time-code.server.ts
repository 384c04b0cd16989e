import { and, eq } from "drizzle-orm";
import { accounts, recoveryCodes, signInLinks } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import { endAllSessions } from "~/platform/session.server";
import { type LetIn, letIn, type Visit } from "./let-in.server";
import { oneTimeHash } from "./make-one-time-code.server";
import { may } from "./may";
import { tellNotice } from "./messages";
import { getAccount } from "./read.server";
import { stillGood } from "./read-sign-in.server";
import { foldCode, LIMITS } from "./rules";

/** A code from `npm run admin`, as typed, and the visitor for limits. */
export type EnteredOneTimeCode = { code: string; visitor: string; visit: Visit };

/**
 * Signs an administrator in by a one-time code, and takes the second factor and recovery codes away, since
 * they may be what was lost: new ones are set up next. Every other browser is signed out.
 */
export async function signInByOneTimeCode(
  ctx: Ctx,
  input: EnteredOneTimeCode,
): Promise<LetIn | Refusal<"wrong" | "too_many">> {
  const done = await write(ctx, { locks: [] }, async (ctx) => ({
    ok: true as const,
    answer: await enter(ctx, input),
  }));
  return done.answer;
}

async function enter(ctx: Ctx, input: EnteredOneTimeCode): Promise<LetIn | Refusal<"wrong" | "too_many">> {
  const allowed = await withinLimit(ctx, LIMITS.oneTimeCodeByVisitor, input.visitor);
  if (!allowed || !may.signIn(ctx.actor)) return { ok: false, reason: "too_many" };
  const [found] = await ctx.db
    .update(signInLinks)
    .set({ usedAt: ctx.now })
    .where(
      and(
        eq(signInLinks.tokenHash, oneTimeHash(ctx, foldCode(input.code))),
        eq(signInLinks.purpose, "one_time_code"),
        stillGood(ctx),
      ),
    )
    .returning();
  const accountId = found?.accountId;
  if (!accountId) {
    await audit(ctx, "people.wrong_one_time_code", { kind: "visitor", id: "not known" });
    return { ok: false, reason: "wrong" };
  }
  await endAllSessions(ctx, accountId);
  await ctx.db
    .update(accounts)
    .set({ totpSealed: null, totpNextSealed: null, totpConfirmedAt: null, totpLastStep: null })
    .where(eq(accounts.id, accountId));
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await audit(ctx, "people.second_factor_cleared", { kind: "account", id: accountId });
  await tellNotice(ctx, await getAccount(ctx, accountId), "one_time_code_used");
  return (await letIn(ctx, accountId, input.visit, "one_time_code")) ?? { ok: false, reason: "wrong" };
}
