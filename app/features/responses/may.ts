import { type Actor, holds, holdsAnywhere, type Role, STAFF_ROLES } from "~/platform/actor";

const ANSWERERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"];

type Where = { neighbourhoodId: string | null };

/** Who may do what with official responses, one line an act. Scope: the neighbourhood it is about, or the borough. */
export const may = {
  /** What waits for an answer, and drafts of answers. */
  work: (actor: Actor) => holdsAnywhere(actor, STAFF_ROLES),
  respond: (actor: Actor, about: Where) => holds(actor, ANSWERERS, about.neighbourhoodId),
  /** Whoever has the link in a message to a follower. */
  unfollow: (_actor: Actor) => true,
  rebuildSearch: (actor: Actor) => actor.kind === "system",
};

/** Whether somebody may answer for both what a response is about and the thing that it answers. */
export const mayAnswer = (actor: Actor, { response, thing }: { response: Where; thing: Where }): boolean =>
  may.respond(actor, response) && may.respond(actor, thing);

/** Where an actor answers: everywhere, or in these neighbourhoods. */
export function reachOf(actor: Actor): "all" | string[] {
  // Those who only read see everything that waits.
  if (holds(actor, ANSWERERS) || !holdsAnywhere(actor, ANSWERERS)) return "all";
  if (actor.kind !== "account") return [];
  return actor.grants
    .filter((grant) => grant.scopeKind === "neighbourhood" && ANSWERERS.includes(grant.role))
    .flatMap((grant) => grant.scopeId ?? []);
}
