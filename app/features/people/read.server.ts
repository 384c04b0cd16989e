import { and, eq, gte, isNull, lte, or } from "drizzle-orm";
import { accounts, roleGrants } from "~/db/tables/people";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";

/** The account as an actor with the roles it holds today; null when it has left or never was. */
export async function findActor(ctx: Ctx, accountId: string): Promise<Actor | null> {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select({
      name: accounts.name,
      role: roleGrants.role,
      scopeKind: roleGrants.scopeKind,
      scopeId: roleGrants.scopeId,
    })
    .from(accounts)
    .leftJoin(
      roleGrants,
      and(
        eq(roleGrants.accountId, accounts.id),
        isNull(roleGrants.endedAt),
        lte(roleGrants.fromDay, today),
        or(isNull(roleGrants.toDay), gte(roleGrants.toDay, today)),
      ),
    )
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "active")));
  const [first] = rows;
  if (!first) return null;
  const grants = rows.flatMap(({ role, scopeKind, scopeId }) =>
    role && scopeKind ? [{ role, scopeKind, scopeId }] : [],
  );
  return { kind: "account", id: accountId, name: first.name, grants };
}
