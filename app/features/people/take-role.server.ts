import { eq } from "drizzle-orm";
import { roleGrants } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { isAnotherAdmin } from "./read.server";
import { standingOf } from "./roles";

/** Lock of everything that may leave the borough without an administrator. */
export const ADMINS = "admins";

/**
 * Takes a role back at once: the next page they ask for knows. Refuses a role that is over already, and
 * to take the last administrator's role.
 */
export async function takeRole(
  ctx: Ctx,
  grantId: string,
): Promise<{ ok: true } | Refusal<"not_allowed" | "over" | "last_admin">> {
  return write(ctx, { locks: [ADMINS] }, async (ctx) => {
    const [grant] = await ctx.db.select().from(roleGrants).where(eq(roleGrants.id, grantId));
    if (!grant) return { ok: false, reason: "over" };
    if (!may.takeRole(ctx.actor, grant)) return { ok: false, reason: "not_allowed" };
    const standing = standingOf(grant, dayOf(ctx.now));
    if (standing === "over") return { ok: false, reason: "over" };
    const isAdmin = grant.role === "admin" && standing === "now";
    if (isAdmin && !(await isAnotherAdmin(ctx, grant.accountId))) return { ok: false, reason: "last_admin" };
    const endedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db.update(roleGrants).set({ endedAt: ctx.now, endedBy }).where(eq(roleGrants.id, grantId));
    const facts = { role: grant.role, scope: grant.scopeKind, place: grant.scopeId };
    await audit(ctx, "people.role_taken", { kind: "account", id: grant.accountId }, facts);
    return { ok: true };
  });
}
