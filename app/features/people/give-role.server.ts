import { and, eq, gte, isNull, or } from "drizzle-orm";
import { roleGrants } from "~/db/tables/people";
import { neighbourhoods, organisations } from "~/db/tables/places";
import type { Role } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { getAccount } from "./read.server";
import { canHoldOver, type ScopeKind, scopeHelp } from "./roles";

/** A role for an account, where it holds, and its first and last day; no first day means today. */
export type NewGrant = {
  accountId: string;
  role: Role;
  scopeKind: ScopeKind;
  scopeId: string | null;
  fromDay?: string | null;
  toDay?: string | null;
};

/** Why a role was not given. */
export type NotGivenRole = Refusal<"not_allowed" | "left" | "scope" | "dates" | "already">;

/**
 * Gives a role over the borough, a neighbourhood or an organisation. Only administrators give roles, and
 * only where their own role holds. Refuses someone who has left, a place that is not there or that the
 * role can't hold over, days that are past, and a role that they hold there already.
 */
export async function giveRole(
  ctx: Ctx,
  input: NewGrant,
): Promise<{ ok: true; grantId: string } | NotGivenRole> {
  const today = dayOf(ctx.now);
  const fromDay = input.fromDay ?? today;
  const toDay = input.toDay ?? null;
  return write(ctx, { locks: [`account:${input.accountId}`] }, async (ctx) => {
    if (!may.giveRole(ctx.actor, input)) return { ok: false, reason: "not_allowed" };
    const account = await getAccount(ctx, input.accountId);
    if (account.state === "left") return { ok: false, reason: "left" };
    if (!canHoldOver(input.role, input.scopeKind) || !(await isThere(ctx, input))) {
      return refuse("scope", "scope", scopeHelp(input.role));
    }
    if (toDay !== null && (toDay < fromDay || toDay < today)) {
      return refuse("dates", "to", "The last day must be today or later, and not before the first day");
    }
    if (await holdsAlready(ctx, input, fromDay)) {
      return refuse("already", "role", "They have this role there already");
    }
    const grantId = newId();
    const { accountId, role, scopeKind, scopeId } = input;
    await ctx.db.insert(roleGrants).values({
      id: grantId,
      accountId,
      role,
      scopeKind,
      scopeId: scopeKind === "borough" ? null : scopeId,
      fromDay,
      toDay,
      givenBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
      createdAt: ctx.now,
    });
    const facts = { role, scope: scopeKind, place: scopeId, from: fromDay, to: toDay };
    await audit(ctx, "people.role_given", { kind: "account", id: accountId }, facts);
    return { ok: true, grantId };
  });
}

function refuse(reason: NotGivenRole["reason"], field: string, message: string): NotGivenRole {
  return { ok: false, reason, fields: { [field]: [message] } };
}

async function isThere(ctx: Ctx, { scopeKind, scopeId }: NewGrant): Promise<boolean> {
  if (scopeKind === "borough") return true;
  if (!scopeId) return false;
  const places = scopeKind === "neighbourhood" ? neighbourhoods : organisations;
  const [found] = await ctx.db.select({ id: places.id }).from(places).where(eq(places.id, scopeId));
  return found !== undefined;
}

/** True when a grant of the same role over the same place runs on past the new one's first day. */
async function holdsAlready(ctx: Ctx, input: NewGrant, fromDay: string): Promise<boolean> {
  const [same] = await ctx.db
    .select({ id: roleGrants.id })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.accountId, input.accountId),
        eq(roleGrants.role, input.role),
        eq(roleGrants.scopeKind, input.scopeKind),
        input.scopeId && input.scopeKind !== "borough"
          ? eq(roleGrants.scopeId, input.scopeId)
          : isNull(roleGrants.scopeId),
        isNull(roleGrants.endedAt),
        or(isNull(roleGrants.toDay), gte(roleGrants.toDay, fromDay)),
      ),
    );
  return same !== undefined;
}
