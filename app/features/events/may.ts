import { type Actor, holds, type Role } from "~/platform/actor";

const ORGANISERS: readonly Role[] = ["admin", "programme_lead", "engagement_lead", "neighbourhood_lead"];
/** People who work on events: they see who comes and what they need. */
export const TEAM: readonly Role[] = [...ORGANISERS, "team_member"];
/** The team, and who looks after what people write. */
const JUDGES: readonly Role[] = [...TEAM, "moderator"];
/** People who work with numbers see how many come, and never who. */
const COUNTERS: readonly Role[] = [...TEAM, "analyst", "evaluator"];

type Where = { neighbourhoodId: string | null };
type Open = { state: string; audience: string; registration: string };

/** What everybody may find: neither drafts, nor staff events, nor those for invited people. */
const isPublic = (event: Open) =>
  event.state !== "draft" && event.audience === "everyone" && event.registration !== "invite_only";

/** Who may do what at events, one line an act. Scope: the event's neighbourhood, or the whole borough. */
export const may = {
  see: (actor: Actor, event: Open & Where) => isPublic(event) || holds(actor, TEAM, event.neighbourhoodId),
  create: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  edit: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  publish: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  resize: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  cancel: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  discard: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  repeat: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  arrange: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  invite: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  approve: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  seeRegistrations: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  seeNumbers: (actor: Actor, event: Where) => holds(actor, COUNTERS, event.neighbourhoodId),
  /** Anyone may book at an event that is open to them; staff also for a caller. */
  register: (actor: Actor, event: Open & Where) => may.see(actor, event),
  bookForCaller: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  /** Whoever brings the registration's own secret link, or the event's team. */
  change: (actor: Actor, event: Where, byLink: boolean) =>
    byLink || holds(actor, TEAM, event.neighbourhoodId),
  /** Noting who came, at the door and afterwards, and reading the list for it. */
  checkIn: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  /** What people asked for, beside their names at the door; never on a sheet of paper or kept in a phone. */
  seeNeeds: (actor: Actor, event: Where) => may.arrangeNeeds(actor, event),
  /** What people need is for those who work on the event. */
  arrangeNeeds: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  closeList: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  reopenList: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  judgeDuplicates: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  /** Anyone may ask for the links of an address: they go to that address alone. */
  askForLinks: (_actor: Actor) => true,
  /** Notes, feedback on paper and what is to be printed. */
  judgeNotes: (actor: Actor, event: Where) => holds(actor, JUDGES, event.neighbourhoodId),
  typeNotes: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  typeFeedback: (actor: Actor, event: Where) => holds(actor, TEAM, event.neighbourhoodId),
  carryOn: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  publishHeard: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  /** Anyone who may see an event may say how it was. */
  tell: (actor: Actor, event: Open & Where) => may.see(actor, event),
  offerPayment: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  /** Whoever brings the registration's own secret link, or who runs the event. */
  claim: (actor: Actor, event: Where, byLink: boolean) =>
    byLink || holds(actor, ORGANISERS, event.neighbourhoodId),
  decideClaim: (actor: Actor, event: Where) => holds(actor, ORGANISERS, event.neighbourhoodId),
  askForFeedback: (actor: Actor) => actor.kind === "system",
  /** Whoever answers for people's data sees what will be deleted, holds it back, and may have it go at once. */
  runRetention: (actor: Actor) => holds(actor, ["data_protection", "admin"]),
  /** What may be taken out of the site differs by role (see attenders). */
  exportAttenders: (actor: Actor, event: Where) => holds(actor, COUNTERS, event.neighbourhoodId),
  settle: (actor: Actor) => actor.kind === "system",
  remind: (actor: Actor) => actor.kind === "system",
  forget: (actor: Actor) => actor.kind === "system",
  rebuildSearch: (actor: Actor) => actor.kind === "system",
};

type Act = "edit" | "publish" | "resize" | "cancel" | "discard" | "repeat" | "arrange" | "invite";

/** Why somebody can't do this to an event, or null: what they may not see answers like a missing one. */
export function refusalOf(
  actor: Actor,
  event: (Open & Where) | null,
  act: Act,
): "missing" | "not_allowed" | null {
  if (!event || !may.seeNumbers(actor, event)) return "missing";
  return may[act](actor, event) ? null : "not_allowed";
}

/** What a role lets somebody do at the events that they reach. */
export type Reach = "work" | "count" | "organise" | "judge";

/** Which events an actor reaches: all, or those of these neighbourhoods. The roles are told by what they let do. */
export function reachOf(actor: Actor, to: Reach): "all" | string[] {
  const roles = { work: TEAM, count: COUNTERS, organise: ORGANISERS, judge: JUDGES }[to];
  if (holds(actor, roles)) return "all";
  if (actor.kind !== "account") return [];
  return actor.grants
    .filter((grant) => grant.scopeKind === "neighbourhood" && roles.includes(grant.role))
    .flatMap((grant) => grant.scopeId ?? []);
}

/** What a page may offer somebody to do with an event. */
export function permitsOf(actor: Actor, event: Where) {
  return {
    organise: may.edit(actor, event),
    seePeople: may.seeRegistrations(actor, event),
    book: may.bookForCaller(actor, event),
    checkIn: may.checkIn(actor, event),
    closeList: may.closeList(actor, event),
    reopenList: may.reopenList(actor, event),
    judge: may.judgeNotes(actor, event),
    count: may.seeNumbers(actor, event),
    type: may.typeNotes(actor, event),
  };
}
