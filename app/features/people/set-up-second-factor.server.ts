import { eq } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { seal } from "~/platform/sealed.server";
import type { SignedIn } from "~/platform/session.server";
import { may } from "./may";
import { getAccount } from "./read.server";
import { keyPurpose } from "./read-second-factor.server";
import { isFresh } from "./rules";
import { newKey } from "./second-factor-key";

/**
 * Makes a new key for the account's authenticator app. It counts only when a code has proved it; until
 * then the one before stays. Refuses someone who has a second factor and did not give it a moment ago.
 */
export async function setUpSecondFactor(
  ctx: Ctx,
  session: SignedIn,
): Promise<{ ok: true } | Refusal<"stale">> {
  return write(ctx, { locks: [`account:${session.userId}`] }, async (ctx) => {
    const account = await getAccount(ctx, session.userId);
    const fresh = account.totpSealed === null || isFresh(session.secondFactorAt, ctx.now);
    if (!fresh || !may.changeSecondFactor(ctx.actor, account.id)) return { ok: false, reason: "stale" };
    const totpNextSealed = seal(ctx.secret, keyPurpose(account.id), newKey());
    await ctx.db.update(accounts).set({ totpNextSealed }).where(eq(accounts.id, account.id));
    await audit(ctx, "people.second_factor_begun", { kind: "account", id: account.id });
    return { ok: true };
  });
}
