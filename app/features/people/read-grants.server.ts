import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import type { ListedGrant } from "./GrantTable";
import { listGrants, type RoleGrant } from "./read.server";
import { listScopes } from "./read-accounts.server";
import { roleLabel, standingOf } from "./roles";

/** Where roles can hold, by id: what each place is called. */
export async function placeNames(ctx: Ctx): Promise<Record<string, string>> {
  const scopes = await listScopes(ctx);
  return Object.fromEntries(
    [...scopes.neighbourhoods, ...scopes.organisations].map(({ id, name }) => [id, name]),
  );
}

/** A role in words. */
export function listed(grant: RoleGrant, places: Record<string, string>, today: string): ListedGrant {
  return {
    id: grant.id,
    label: roleLabel(grant.role),
    where: grant.scopeId ? (places[grant.scopeId] ?? "A place that is no more") : "The whole borough",
    fromDay: grant.fromDay,
    toDay: grant.toDay,
    standing: standingOf(grant, today),
  };
}

/** The roles of an account in words: those it holds or will hold, and those that are over, the newest first. */
export async function listGrantsInWords(ctx: Ctx, accountId: string) {
  const places = await placeNames(ctx);
  const today = dayOf(ctx.now);
  const grants = await listGrants(ctx, accountId);
  const words = grants.map((grant) => listed(grant, places, today));
  return {
    held: words.filter((grant) => grant.standing !== "over"),
    over: words.filter((grant) => grant.standing === "over"),
  };
}

/** The roles that an account held when it left, in words, for whoever takes them over. */
export async function listHeldAtLeaving(ctx: Ctx, account: { id: string; leftOn: string | null }) {
  const places = await placeNames(ctx);
  const grants = await listGrants(ctx, account.id);
  const untilThen = grants.filter(
    (grant) =>
      grant.endedAt !== null &&
      dayOf(grant.endedAt) === account.leftOn &&
      (grant.toDay === null || grant.toDay >= account.leftOn),
  );
  return untilThen.map((grant) => listed(grant, places, dayOf(ctx.now)));
}
