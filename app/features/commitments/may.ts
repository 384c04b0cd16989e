import { type Actor, holds, holdsAnywhere, type Role } from "~/platform/actor";

const KEEPERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "scrutiny_officer"];
const LOCAL: readonly Role[] = ["neighbourhood_lead", "team_member"];

type Where = { neighbourhoodId: string | null };

/** Who may do what with commitments, one line an act. Scope: the commitment's neighbourhood, or the whole borough. */
export const may = {
  /** The staff pages of commitments and milestones. */
  work: (actor: Actor) => holdsAnywhere(actor, [...KEEPERS, ...LOCAL]),
  /** Whoever may answer for the programme may promise for it. */
  make: (actor: Actor, where: Where) => holds(actor, [...KEEPERS, ...LOCAL], where.neighbourhoodId),
  change: (actor: Actor, commitment: Where) =>
    holds(actor, [...KEEPERS, ...LOCAL], commitment.neighbourhoodId),
  withdraw: (actor: Actor, commitment: Where) =>
    holds(actor, [...KEEPERS, "neighbourhood_lead"], commitment.neighbourhoodId),
  planMilestones: (actor: Actor) => holds(actor, KEEPERS),
  /** The timed work of reminding owners. */
  remind: (actor: Actor) => actor.kind === "system",
  rebuildSearch: (actor: Actor) => actor.kind === "system",
};
