import { eq } from "drizzle-orm";
import { recoveryCodes } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId, readable } from "~/platform/ids.server";
import { keyed } from "~/platform/secret-links.server";
import type { SignedIn } from "~/platform/session.server";
import { may } from "./may";
import { tellNotice } from "./messages";
import { getAccount } from "./read.server";
import { grouped, isFresh, RECOVERY_CODES } from "./rules";

/** What is kept of a recovery code (without its hyphens): an HMAC for this account alone. */
export function recoveryHash(ctx: Ctx, accountId: string, code: string): string {
  return keyed(ctx.secret, "recovery-code", accountId, code);
}

/**
 * Makes ten recovery codes in place of all earlier ones, and returns them for the only time. Refuses
 * someone who did not give the second factor a moment ago.
 */
export async function makeRecoveryCodes(
  ctx: Ctx,
  session: SignedIn,
): Promise<{ ok: true; codes: string[] } | Refusal<"stale">> {
  return write(ctx, { locks: [`account:${session.userId}`] }, async (ctx) => {
    const account = await getAccount(ctx, session.userId);
    const allowed = isFresh(session.secondFactorAt, ctx.now) && may.changeSecondFactor(ctx.actor, account.id);
    if (!allowed) return { ok: false, reason: "stale" };
    const codes = Array.from({ length: RECOVERY_CODES.count }, () => readable(RECOVERY_CODES.length));
    await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, account.id));
    await ctx.db.insert(recoveryCodes).values(
      codes.map((code) => ({
        id: newId(),
        accountId: account.id,
        hash: recoveryHash(ctx, account.id, code),
        usedAt: null,
      })),
    );
    await audit(ctx, "people.recovery_codes_made", { kind: "account", id: account.id });
    await tellNotice(ctx, account, "recovery_codes_made");
    return { ok: true, codes: codes.map((code) => grouped(code, "-")) };
  });
}
