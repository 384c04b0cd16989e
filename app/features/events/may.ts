import { type Actor, holds, type Role } from "~/platform/actor";

const ORGANISERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"];
const TEAM: readonly Role[] = [...ORGANISERS, "team_member"];

type Where = { neighbourhoodId: string | null };
type Open = { state: string; audience: string };

/** Who may do what at events, one line an act. Scope: the event's neighbourhood, or the whole borough. */
export const may = {
  see: (actor: Actor, event: Open & Where) =>
    (event.state !== "draft" && event.audience === "everyone") || holds(actor, TEAM, event.neighbourhoodId),
  create: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  edit: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  publish: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  resize: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  cancel: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  seeRegistrations: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  /** Anyone may book at an event that is open to them; staff also for a caller. */
  register: (actor: Actor, event: Open & Where) => may.see(actor, event),
  bookForCaller: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  /** Whoever brings the registration's own secret link, or the event's team. */
  change: (actor: Actor, event: Where, byLink: boolean) =>
    byLink || holds(actor, TEAM, event.neighbourhoodId),
  recordAttendance: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  settle: (actor: Actor) => actor.kind === "system",
};
