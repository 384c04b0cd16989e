import { type Actor, holds, holdsAnywhere, type Role } from "~/platform/actor";
import type { RetirableKind } from "./rules";

const KEEPERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead"];
/** A neighbourhood's own lead keeps that neighbourhood, its venues and what covers it. */
const LEADS: readonly Role[] = [...KEEPERS, "neighbourhood_lead"];

type Where = { neighbourhoodId: string | null };

/** Who may do what with places, one line an act. Scope: the whole borough, or the neighbourhood named. */
export const may = {
  setUpBorough: (actor: Actor) => holds(actor, ["admin"]),
  changeSettings: (actor: Actor) => holds(actor, ["admin"]),
  /** Whoever answers for people's data says how long it is kept. */
  setPeriods: (actor: Actor) => holds(actor, ["admin", "data_protection"]),
  addNeighbourhood: (actor: Actor) => holds(actor, KEEPERS),
  editNeighbourhood: (actor: Actor, where: Where) => holds(actor, LEADS, where.neighbourhoodId),
  /** Edges, retiring and postcodes are about several neighbourhoods at once. */
  changeBoundaries: (actor: Actor) => holds(actor, KEEPERS),
  setPostcodeSectors: (actor: Actor) => holds(actor, KEEPERS),
  addOrganisation: (actor: Actor) => holds(actor, KEEPERS),
  editOrganisation: (actor: Actor) => holds(actor, KEEPERS),
  addVenue: (actor: Actor, where: Where) => holds(actor, LEADS, where.neighbourhoodId),
  editVenue: (actor: Actor, where: Where) => holds(actor, LEADS, where.neighbourhoodId),
  addService: (actor: Actor) => holds(actor, KEEPERS),
  editService: (actor: Actor) => holds(actor, KEEPERS),
  /** Which service works here since when is known best by who leads here. */
  coverArea: (actor: Actor, where: Where) => holds(actor, LEADS, where.neighbourhoodId),
  keepCohorts: (actor: Actor) => holds(actor, KEEPERS),
  keepThemes: (actor: Actor) => holds(actor, KEEPERS),
  rebuildSearch: (actor: Actor) => actor.kind === "system",
};

/** Whether somebody may take this out of use, or bring it back. */
export function mayRetire(actor: Actor, kind: RetirableKind, where: Where): boolean {
  if (kind === "venue") return may.editVenue(actor, where);
  if (kind === "service") return may.editService(actor);
  return kind === "cohort" ? may.keepCohorts(actor) : may.keepThemes(actor);
}

/** Which neighbourhoods an actor may name in a form about places: all, or these. */
export function reachOf(actor: Actor): "all" | readonly string[] {
  if (holds(actor, KEEPERS)) return "all";
  if (actor.kind !== "account" || !holdsAnywhere(actor, LEADS)) return [];
  return actor.grants
    .filter((grant) => grant.scopeKind === "neighbourhood" && LEADS.includes(grant.role))
    .flatMap((grant) => grant.scopeId ?? []);
}

/** What a page may offer somebody to do with places. */
export function permitsOf(actor: Actor, where: Where = { neighbourhoodId: null }) {
  return {
    everything: may.addNeighbourhood(actor),
    here: may.editNeighbourhood(actor, where),
    anywhere: reachOf(actor) === "all" || reachOf(actor).length > 0,
  };
}
