/** Roles that an account can hold; words from the field's model (people, accounts, consent). */
export const ROLES = [
  "resident",
  "neighbourhood_lead",
  "team_member",
  "org_contact",
  "engagement_lead",
  "programme_lead",
  "analyst",
  "moderator",
  "scrutiny_officer",
  "committee_member",
  "evaluator",
  "data_protection",
  "admin",
] as const;

/** One of the roles. */
export type Role = (typeof ROLES)[number];

/** A role over the whole borough, one neighbourhood or one organisation. */
export type Grant = {
  role: Role;
  scopeKind: "borough" | "neighbourhood" | "organisation";
  scopeId: string | null;
};

/** Who acts: somebody unknown, a signed-in account with the roles it holds today, or the house itself. */
export type Actor =
  | { kind: "anyone" }
  | { kind: "account"; id: string; name: string; grants: readonly Grant[] }
  | { kind: "system"; name: string };

/** Roles that work on the staff side and must give a second factor. */
export const STAFF_ROLES: readonly Role[] = ROLES.filter(
  (role) => role !== "resident" && role !== "committee_member",
);

/**
 * True when the actor holds one of the roles over the whole borough, or over the neighbourhood given.
 * The house itself holds every role.
 */
export function holds(actor: Actor, roles: readonly Role[], neighbourhoodId: string | null = null): boolean {
  if (actor.kind === "system") return true;
  if (actor.kind === "anyone") return false;
  return actor.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (grant.scopeKind === "borough" ||
        (grant.scopeKind === "neighbourhood" &&
          neighbourhoodId !== null &&
          grant.scopeId === neighbourhoodId)),
  );
}

/** True when the actor holds one of the roles over anything at all. */
export function holdsAnywhere(actor: Actor, roles: readonly Role[]): boolean {
  if (actor.kind === "system") return true;
  return actor.kind === "account" && actor.grants.some((grant) => roles.includes(grant.role));
}

/** True for accounts that work on the staff side. */
export function isStaff(actor: Actor): boolean {
  return holdsAnywhere(actor, STAFF_ROLES);
}
