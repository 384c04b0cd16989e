import { and, asc, eq, gte, isNull, lte, or } from "drizzle-orm";
import { env } from "~/db/env.server";
import { accounts, roleGrants } from "~/db/tables/people";
import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { NotFound } from "~/platform/errors";
import { dayOf } from "~/platform/london";

/** Someone who signs in. */
export type Account = typeof accounts.$inferSelect;
/** A role given to an account, in force or not. */
export type RoleGrant = typeof roleGrants.$inferSelect;

/** Given, not taken back, and between its days (London). */
export const inForce = (today: string) =>
  and(
    isNull(roleGrants.endedAt),
    lte(roleGrants.fromDay, today),
    or(isNull(roleGrants.toDay), gte(roleGrants.toDay, today)),
  );

/** The account as an actor with the roles it holds today; null when it has left or never was. */
export async function findActor(ctx: Ctx, accountId: string): Promise<Actor | null> {
  const rows = await ctx.db
    .select({
      name: accounts.name,
      role: roleGrants.role,
      scopeKind: roleGrants.scopeKind,
      scopeId: roleGrants.scopeId,
    })
    .from(accounts)
    .leftJoin(roleGrants, and(eq(roleGrants.accountId, accounts.id), inForce(dayOf(ctx.now))))
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "active")));
  const [first] = rows;
  if (!first) return null;
  const grants = rows.flatMap(({ role, scopeKind, scopeId }) =>
    role && scopeKind ? [{ role, scopeKind, scopeId }] : [],
  );
  return { kind: "account", id: accountId, name: first.name, grants };
}

/** The account, active or not. Throws NotFound. */
export async function getAccount(ctx: Ctx, accountId: string): Promise<Account> {
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new NotFound();
  return account;
}

/** The account with this e-mail (folded), active or not, or null. */
export async function findAccountByEmail(ctx: Ctx, email: string): Promise<Account | null> {
  const [account] = await ctx.db.select().from(accounts).where(eq(accounts.email, email));
  return account ?? null;
}

/** Everything an account was ever given, the newest first. */
export async function listGrants(ctx: Ctx, accountId: string): Promise<RoleGrant[]> {
  const grants = await ctx.db
    .select()
    .from(roleGrants)
    .where(eq(roleGrants.accountId, accountId))
    .orderBy(asc(roleGrants.id));
  return grants.reverse();
}

/** True when an active account other than this one is administrator of the borough today. */
export async function isAnotherAdmin(ctx: Ctx, accountId: string): Promise<boolean> {
  const rows = await ctx.db
    .selectDistinct({ id: accounts.id })
    .from(roleGrants)
    .innerJoin(accounts, and(eq(accounts.id, roleGrants.accountId), eq(accounts.state, "active")))
    .where(and(eq(roleGrants.role, "admin"), eq(roleGrants.scopeKind, "borough"), inForce(dayOf(ctx.now))))
    .limit(2);
  return rows.some((row) => row.id !== accountId);
}

/** People to sign in as, as the demonstration's sheet lists them; nobody anywhere else. */
export async function listDemoPeople(ctx: Ctx) {
  if (!env.DEMO) return [];
  const people = await ctx.db
    .select({ slug: accounts.slug, name: accounts.name, blurb: accounts.blurb })
    .from(accounts)
    .where(eq(accounts.state, "active"))
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
  return people.flatMap(({ slug, name, blurb }) => (blurb ? [{ slug, name, blurb }] : []));
}
