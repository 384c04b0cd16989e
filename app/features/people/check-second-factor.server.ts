import { eq } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { withinLimit } from "~/platform/limits.server";
import { markSecondFactor, type SignedIn } from "~/platform/session.server";
import type { Given, NotGiven } from "./confirm-second-factor.server";
import { may } from "./may";
import { getAccount } from "./read.server";
import { keyOf } from "./read-second-factor.server";
import { LIMITS } from "./rules";
import { stepOfCode } from "./second-factor-key";

/** Takes a code of the account's app, each once. Refuses wrong ones, and everything after five of them. */
export async function checkSecondFactor(
  ctx: Ctx,
  input: { session: SignedIn; code: string },
): Promise<Given | NotGiven> {
  const { session } = input;
  const done = await write(ctx, { locks: [`account:${session.userId}`] }, async (ctx) => ({
    ok: true as const,
    answer: await check(ctx, session, input.code),
  }));
  return done.answer;
}

async function check(ctx: Ctx, session: SignedIn, code: string): Promise<Given | NotGiven> {
  const account = await getAccount(ctx, session.userId);
  const key = keyOf(ctx, account);
  if (!key || !may.changeSecondFactor(ctx.actor, account.id)) return { ok: false, reason: "not_set" };
  const subject = { kind: "account", id: account.id };
  const allowed = await withinLimit(ctx, LIMITS.secondFactorByAccount, account.id);
  if (!allowed) {
    await audit(ctx, "people.second_factor_held_back", subject);
    return { ok: false, reason: "too_many" };
  }
  const last = account.totpLastStep === null ? null : Number(account.totpLastStep);
  const step = stepOfCode(key, code, ctx.now, last);
  if (step === null) {
    await audit(ctx, "people.wrong_second_factor", subject);
    return { ok: false, reason: "wrong" };
  }
  await ctx.db
    .update(accounts)
    .set({ totpLastStep: String(step) })
    .where(eq(accounts.id, account.id));
  await audit(ctx, "people.second_factor_given", subject, { how: "app" });
  return { ok: true, cookie: await markSecondFactor(ctx, session) };
}
