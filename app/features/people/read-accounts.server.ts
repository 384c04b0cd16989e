import { and, asc, eq, gt, inArray, like, or, type SQL } from "drizzle-orm";
import { accounts, roleGrants } from "~/db/tables/people";
import { neighbourhoods, organisations } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { type Account, inForce, type RoleGrant } from "./read.server";
import { foldName } from "./record-participant.server";
import { foldEmail } from "./rules";
import type { AccountFilter } from "./schema";

/** Someone in the list of accounts, with the roles they hold today. */
export type ListedAccount = Pick<Account, "id" | "name" | "email" | "lastSignInAt" | "leftOn"> & {
  grants: RoleGrant[];
};

/** A page of accounts by name; `more` is what to ask for the next page with, or null at the end. */
export type AccountPage = { accounts: ListedAccount[]; more: string | null };

const PAGE = 50;

/** Accounts by name, narrowed by words in the name or address, by a role held today, and by state. */
export async function listAccounts(ctx: Ctx, filter: AccountFilter): Promise<AccountPage> {
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.state, filter.state),
        matches(filter.q),
        await holding(ctx, filter),
        after(filter.after),
      ),
    )
    .orderBy(asc(accounts.nameFolded), asc(accounts.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const grants = await grantsOf(ctx, shown);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    accounts: shown.map(({ id, name, email, lastSignInAt, leftOn }) => ({
      id,
      name,
      email,
      lastSignInAt,
      leftOn,
      grants: grants.filter((grant) => grant.accountId === id),
    })),
    more: last ? `${last.nameFolded}:${last.id}` : null,
  };
}

function matches(words: string): SQL | undefined {
  const [name, email] = [foldName(words), foldEmail(words).replace(/[\\%_]/g, "")];
  if (!name && !email) return undefined;
  return or(
    name ? like(accounts.nameFolded, `%${name}%`) : undefined,
    email ? like(accounts.email, `%${email}%`) : undefined,
  );
}

async function holding(ctx: Ctx, { role }: AccountFilter): Promise<SQL | undefined> {
  if (!role) return undefined;
  const holders = ctx.db
    .select({ id: roleGrants.accountId })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, role), inForce(dayOf(ctx.now))));
  return inArray(accounts.id, holders);
}

function after(key: string | undefined): SQL | undefined {
  const at = key?.lastIndexOf(":") ?? -1;
  if (!key || at < 0) return undefined;
  const [name, id] = [key.slice(0, at), key.slice(at + 1)];
  return or(gt(accounts.nameFolded, name), and(eq(accounts.nameFolded, name), gt(accounts.id, id)));
}

async function grantsOf(ctx: Ctx, shown: readonly Account[]): Promise<RoleGrant[]> {
  const ids = shown.map((account) => account.id);
  return ctx.db
    .select()
    .from(roleGrants)
    .where(and(inArray(roleGrants.accountId, ids), inForce(dayOf(ctx.now))))
    .orderBy(asc(roleGrants.id));
}

/** Every active account's id and name, for choosing one. */
export async function listSuccessors(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(eq(accounts.state, "active"))
    .orderBy(asc(accounts.nameFolded), asc(accounts.id));
}

/** Names of the accounts with these ids; ids of nobody are left out. */
export async function namesOfAccounts(ctx: Ctx, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await ctx.db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(ids)]));
  return Object.fromEntries(rows.map((row) => [row.id, row.name]));
}

/** Where roles can hold, by kind: what each place is called. */
export async function listScopes(ctx: Ctx) {
  const [hoods, bodies] = await Promise.all([
    ctx.db
      .select({ id: neighbourhoods.id, name: neighbourhoods.name })
      .from(neighbourhoods)
      .orderBy(asc(neighbourhoods.position)),
    ctx.db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .orderBy(asc(organisations.name)),
  ]);
  return { neighbourhoods: hoods, organisations: bodies };
}
