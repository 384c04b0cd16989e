import { type Actor, holds, holdsAnywhere, ROLES, type Role } from "~/platform/actor";
import { isForStaff, type Kind, type State } from "./rules";

const PLANNERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead"];
const ORGANISERS: readonly Role[] = [...PLANNERS, "neighbourhood_lead"];
const TEAM: readonly Role[] = [...ORGANISERS, "team_member"];
const OUTSIDE: readonly Role[] = ["resident", "committee_member", "org_contact", "evaluator"];
/** Who works for the partners themselves: they see what is for staff. */
const STAFF: readonly Role[] = ROLES.filter((role) => !OUTSIDE.includes(role));

type Where = { neighbourhoodId: string | null };
type Seen = Where & { kind: Kind; state: State };
type Led = Where & { leadAccountId: string | null; leadRole: string | null };

const isLead = (actor: Actor, { leadAccountId, leadRole, neighbourhoodId }: Led) =>
  actor.kind === "system" ||
  (actor.kind === "account" && actor.id === leadAccountId) ||
  ROLES.some((role) => role === leadRole && holds(actor, [role], neighbourhoodId));

/** Who may do what in engagement, one line an act. Scope: the activity's neighbourhood, or the whole borough. */
export const may = {
  /** The staff pages of plans and activities. */
  work: (actor: Actor) => holdsAnywhere(actor, STAFF),
  editPlan: (actor: Actor) => holds(actor, PLANNERS),
  /** `isRep`: a union's representative for this very activity. */
  see: (actor: Actor, activity: Seen, isRep: boolean) =>
    may.work(actor) || (activity.state !== "draft" && (isRep || !isForStaff(activity))),
  edit: (actor: Actor, activity: Where) => holds(actor, ORGANISERS, activity.neighbourhoodId),
  /** Only whoever answers for it says what was reached. */
  finish: (actor: Actor, activity: Led) => isLead(actor, activity),
  decide: (actor: Actor, activity: Led) => isLead(actor, activity) || may.edit(actor, activity),
  /** Anyone who may see it may say how much say they had. */
  rate: (actor: Actor, activity: Seen, isRep: boolean) => may.see(actor, activity, isRep),
  setPeriods: (actor: Actor) => holds(actor, ["admin", "programme_lead"]),
  seeOutreach: (actor: Actor) => may.work(actor),
  recordOutreach: (actor: Actor, entry: Where) => holds(actor, TEAM, entry.neighbourhoodId),
  /** Names are for those who work there. */
  seeOutreachPeople: (actor: Actor, entry: Where) => holds(actor, TEAM, entry.neighbourhoodId),
  forget: (actor: Actor) => actor.kind === "system",
  rebuildSearch: (actor: Actor) => actor.kind === "system",
};

/** Where an actor organises: everywhere, or these neighbourhoods. */
export function reachOf(actor: Actor, to: "organise" | "outreach"): "all" | string[] {
  const roles = to === "organise" ? ORGANISERS : TEAM;
  if (holds(actor, roles)) return "all";
  if (actor.kind !== "account") return [];
  return actor.grants
    .filter((grant) => grant.scopeKind === "neighbourhood" && roles.includes(grant.role))
    .flatMap((grant) => grant.scopeId ?? []);
}

/** Why somebody can't change an activity, or null: what they may not see answers like a missing one. */
export function refusalOf(
  actor: Actor,
  activity: (Seen & Led) | null,
  act: "edit" | "finish" | "decide",
): "missing" | "not_allowed" | null {
  if (!activity || !may.work(actor)) return "missing";
  return may[act](actor, activity) ? null : "not_allowed";
}
