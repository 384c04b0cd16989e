import { type Actor, holds, type Role } from "~/platform/actor";

const SETTERS_UP: readonly Role[] = ["admin", "programme_lead"];
const ORGANISERS: readonly Role[] = [...SETTERS_UP, "engagement_lead"];

/** Who may do what with places, one line an act. Scope: the whole borough, but for a venue's neighbourhood. */
export const may = {
  setUpBorough: (actor: Actor) => holds(actor, ["admin"]),
  addNeighbourhood: (actor: Actor) => holds(actor, SETTERS_UP),
  addOrganisation: (actor: Actor) => holds(actor, ORGANISERS),
  addVenue: (actor: Actor, where: { neighbourhoodId: string | null }) =>
    holds(actor, [...ORGANISERS, "neighbourhood_lead"], where.neighbourhoodId),
  addTheme: (actor: Actor) => holds(actor, ORGANISERS),
  rebuildSearch: (actor: Actor) => actor.kind === "system",
  setPostcodeSectors: (actor: Actor) => holds(actor, SETTERS_UP),
};
