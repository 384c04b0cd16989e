import { type Actor, type Grant, holds, type Role } from "~/platform/actor";

const KEEPERS: readonly Role[] = [
  "admin",
  "programme_lead",
  "engagement_lead",
  "neighbourhood_lead",
  "team_member",
];

type Scope = Pick<Grant, "scopeKind" | "scopeId">;

/** True for an administrator whose own grant covers the scope: nobody gives more than they hold. */
function administers(actor: Actor, scope: Scope): boolean {
  return holds(actor, ["admin"], scope.scopeKind === "neighbourhood" ? scope.scopeId : null);
}

const isSelf = (actor: Actor, accountId: string) => actor.kind === "account" && actor.id === accountId;
const isAdmin = (actor: Actor) => holds(actor, ["admin"]);

/** Who may do what with people, one line an act. */
export const may = {
  /** Taking part needs no account, so anybody may be recorded as taking part. */
  recordParticipant: (_actor: Actor) => true,
  /** Needs and consents are said by the person, through a room that knows it is them, or by staff for them. */
  recordForParticipant: (_actor: Actor) => true,
  /** Staff of the person's neighbourhood, or of the borough, see and keep what we remember of their needs. */
  keepNeeds: (actor: Actor, person: { neighbourhoodId: string | null }) =>
    holds(actor, KEEPERS, person.neighbourhoodId),
  /** The yearly question is the clock's work. */
  reviewNeeds: (actor: Actor) => actor.kind === "system",
  /** Anybody may ask; only who reads the mail gets in. */
  askToSignIn: (_actor: Actor) => true,
  signIn: (_actor: Actor) => true,
  changeSecondFactor: (actor: Actor, accountId: string) => isSelf(actor, accountId),
  endSession: (actor: Actor, accountId: string) => isSelf(actor, accountId) || isAdmin(actor),
  seeAccounts: (actor: Actor) => holds(actor, ["admin", "data_protection"]),
  seeAudit: (actor: Actor) => holds(actor, ["admin", "data_protection"]),
  createAccount: (actor: Actor) => isAdmin(actor),
  giveRole: (actor: Actor, scope: Scope) => administers(actor, scope),
  takeRole: (actor: Actor, scope: Scope) => administers(actor, scope),
  recordLeaving: (actor: Actor) => isAdmin(actor),
  reinstate: (actor: Actor) => isAdmin(actor),
  /** Whoever can run commands on the machine holds everything already. */
  makeOneTimeCode: (actor: Actor) => actor.kind === "system",
};
