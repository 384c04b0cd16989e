import { and, count, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "~/db/tables/people";
import { isStaff } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { unseal } from "~/platform/sealed.server";
import { type Account, findActor, getAccount } from "./read.server";

/** How an account stands with its second factor. */
export type SecondFactor = {
  /** Staff roles need one. */
  isNeeded: boolean;
  isSet: boolean;
  setAt: Date | null;
  recoveryCodesLeft: number;
  /** The key that is being set up and its account, to be shown until a code has proved it. */
  pending: { key: string; email: string } | null;
};

/** Purpose under which keys are sealed. */
const KEY = "second-factor-key";

/** Purpose for sealing one account's key, so that it can't be moved to another account. */
export function keyPurpose(accountId: string): string {
  return `${KEY}\n${accountId}`;
}

/** The account's key that codes are checked against, or null when none is set. */
export function keyOf(ctx: Ctx, account: Account): string | null {
  return account.totpSealed ? unseal(ctx.secret, keyPurpose(account.id), account.totpSealed) : null;
}

/** The key that is being set up, or null. */
export function pendingKeyOf(ctx: Ctx, account: Account): string | null {
  return account.totpNextSealed ? unseal(ctx.secret, keyPurpose(account.id), account.totpNextSealed) : null;
}

/** How an account stands with its second factor. Throws NotFound when there is no such account. */
export async function getSecondFactor(ctx: Ctx, accountId: string): Promise<SecondFactor> {
  const account = await getAccount(ctx, accountId);
  const actor = await findActor(ctx, accountId);
  const [left] = await ctx.db
    .select({ n: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
  const pending = pendingKeyOf(ctx, account);
  return {
    isNeeded: actor !== null && isStaff(actor),
    isSet: account.totpSealed !== null,
    setAt: account.totpConfirmedAt,
    recoveryCodesLeft: left?.n ?? 0,
    pending: pending ? { key: pending, email: account.email } : null,
  };
}
