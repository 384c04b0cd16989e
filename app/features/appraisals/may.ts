import { type Actor, holds, holdsAnywhere, ROLES, type Role } from "~/platform/actor";

const ORGANISERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"];
const TEAM: readonly Role[] = [...ORGANISERS, "team_member", "moderator", "analyst"];
const OUTSIDE: readonly Role[] = ["resident", "committee_member", "org_contact", "evaluator"];
const STAFF: readonly Role[] = ROLES.filter((role) => !OUTSIDE.includes(role));

type Where = { neighbourhoodId: string | null };
type Held = Where & { state: "draft" | "scoring" | "closed" | "published" };

/** Who may do what in appraisals and the decision log, one line an act. Scope: the neighbourhood, or the whole borough. */
export const may = {
  /** The staff pages of both. */
  work: (actor: Actor) => holdsAnywhere(actor, STAFF),
  see: (actor: Actor, appraisal: Held) => appraisal.state !== "draft" || may.work(actor),
  edit: (actor: Actor, where: Where) => holds(actor, ORGANISERS, where.neighbourhoodId),
  /** Paper is typed by whoever helps in the room. */
  type: (actor: Actor, where: Where) => holds(actor, TEAM, where.neighbourhoodId),
  /** Anybody who reads the code on the wall. */
  score: (_: Actor, appraisal: Held) => appraisal.state === "scoring",
  rebuildSearch: (actor: Actor) => actor.kind === "system",
};

/** Why somebody can't change something, or null: what they may not see answers like a missing one. */
export function refusalOf(
  actor: Actor,
  where: Where | null,
  act: "edit" | "type" = "edit",
): "missing" | "not_allowed" | null {
  if (!where || !may.work(actor)) return "missing";
  return may[act](actor, where) ? null : "not_allowed";
}

/** Why an appraisal can't be changed now, or null: not there, not theirs, or in none of the states in which it can be. */
export function refusalNow(
  actor: Actor,
  appraisal: Held | null,
  states: readonly Held["state"][],
  act: "edit" | "type" = "edit",
): "missing" | "not_allowed" | "over" | null {
  const refused = refusalOf(actor, appraisal, act);
  if (refused || !appraisal) return refused ?? "missing";
  return states.includes(appraisal.state) ? null : "over";
}

/** True for somebody who may begin one somewhere. */
export const organises = (actor: Actor): boolean => holdsAnywhere(actor, ORGANISERS);
