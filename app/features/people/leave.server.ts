import { and, eq, isNull } from "drizzle-orm";
import { accounts, recoveryCodes, roleGrants, signInLinks } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { endAllSessions } from "~/platform/session.server";
import { may } from "./may";
import { getAccount, isAnotherAdmin, type RoleGrant } from "./read.server";
import { standingOf } from "./roles";
import { ADMINS } from "./take-role.server";

/**
 * Ends someone's access today: every browser, every way in, every role. Returns the roles they held, for
 * whoever takes them over; they stay on the account's page. Refuses the last administrator.
 */
export async function leave(
  ctx: Ctx,
  accountId: string,
): Promise<{ ok: true; held: RoleGrant[] } | Refusal<"not_allowed" | "gone" | "last_admin">> {
  return write(ctx, { locks: [ADMINS, `account:${accountId}`] }, async (ctx) => {
    if (!may.recordLeaving(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const account = await getAccount(ctx, accountId);
    if (account.state === "left") return { ok: false, reason: "gone" };
    const held = await grantsNotOver(ctx, accountId);
    const isAdmin = held.some(
      (grant) => grant.role === "admin" && standingOf(grant, dayOf(ctx.now)) === "now",
    );
    if (isAdmin && !(await isAnotherAdmin(ctx, accountId))) return { ok: false, reason: "last_admin" };
    await endEverything(ctx, accountId);
    const facts = { roles: held.length };
    await audit(ctx, "people.left", { kind: "account", id: accountId }, facts);
    return { ok: true, held };
  });
}

async function grantsNotOver(ctx: Ctx, accountId: string): Promise<RoleGrant[]> {
  const grants = await ctx.db
    .select()
    .from(roleGrants)
    .where(and(eq(roleGrants.accountId, accountId), isNull(roleGrants.endedAt)));
  return grants.filter((grant) => standingOf(grant, dayOf(ctx.now)) !== "over");
}

async function endEverything(ctx: Ctx, accountId: string): Promise<void> {
  const endedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
  await ctx.db
    .update(roleGrants)
    .set({ endedAt: ctx.now, endedBy })
    .where(and(eq(roleGrants.accountId, accountId), isNull(roleGrants.endedAt)));
  await ctx.db
    .update(accounts)
    .set({
      state: "left",
      leftOn: dayOf(ctx.now),
      totpSealed: null,
      totpNextSealed: null,
      totpConfirmedAt: null,
      totpLastStep: null,
    })
    .where(eq(accounts.id, accountId));
  await ctx.db.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  await ctx.db.update(signInLinks).set({ expiresAt: ctx.now }).where(eq(signInLinks.accountId, accountId));
  await endAllSessions(ctx, accountId);
}
