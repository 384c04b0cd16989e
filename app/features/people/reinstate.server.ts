import { eq } from "drizzle-orm";
import { accounts } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { tellInvited } from "./messages";
import { getAccount } from "./read.server";

/** Lets someone who had left sign in again, without any of the roles they held. Refuses who never left. */
export async function reinstate(
  ctx: Ctx,
  accountId: string,
): Promise<{ ok: true } | Refusal<"not_allowed" | "here">> {
  return write(ctx, { locks: [`account:${accountId}`] }, async (ctx) => {
    if (!may.reinstate(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const account = await getAccount(ctx, accountId);
    if (account.state === "active") return { ok: false, reason: "here" };
    await ctx.db.update(accounts).set({ state: "active", leftOn: null }).where(eq(accounts.id, accountId));
    await audit(ctx, "people.reinstated", { kind: "account", id: accountId });
    await tellInvited(ctx, account);
    return { ok: true };
  });
}
