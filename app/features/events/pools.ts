import type { events, registrations } from "~/db/tables/events";

type EventCounts = Pick<
  typeof events.$inferSelect,
  | "mode"
  | "capacity"
  | "onlineCapacity"
  | "confirmedPlaces"
  | "heldPlaces"
  | "keptPlaces"
  | "onlineConfirmed"
  | "onlineHeld"
  | "onlineKept"
>;
type QueueCounts = Pick<typeof events.$inferSelect, "waitingCount" | "askedCount">;
type Standing = Pick<typeof registrations.$inferSelect, "state" | "places" | "attending" | "approval">;

/** Places that are given out together: a hybrid event keeps those in the room apart from those online. */
export type Pool = "room" | "online";
/** How full one pool is. */
export type PoolCounts = { capacity: number; confirmed: number; held: number; kept: number };

/** True when those who join online have places of their own. */
export function isSplit(event: Pick<EventCounts, "mode" | "onlineCapacity">): boolean {
  return event.mode === "hybrid" && event.onlineCapacity !== null;
}

/** The pools of an event; only a hybrid one has two. */
export function poolsOf(event: EventCounts): readonly Pool[] {
  return isSplit(event) ? ["room", "online"] : ["room"];
}

/** The pool that a party draws on. */
export function poolOf(event: EventCounts, party: Pick<Standing, "attending">): Pool {
  return isSplit(event) ? party.attending : "room";
}

/** How full a pool is. */
export function countsOf(event: EventCounts, pool: Pool): PoolCounts {
  if (pool === "room") {
    const { capacity, confirmedPlaces: confirmed, heldPlaces: held, keptPlaces: kept } = event;
    return { capacity, confirmed, held, kept };
  }
  const { onlineCapacity, onlineConfirmed: confirmed, onlineHeld: held, onlineKept: kept } = event;
  return { capacity: onlineCapacity ?? 0, confirmed, held, kept };
}

/** The event with other counts in one pool. */
export function withCounts<E extends EventCounts>(event: E, pool: Pool, counts: PoolCounts): E {
  const { confirmed, held, kept } = counts;
  return pool === "room"
    ? { ...event, confirmedPlaces: confirmed, heldPlaces: held, keptPlaces: kept }
    : { ...event, onlineConfirmed: confirmed, onlineHeld: held, onlineKept: kept };
}

/** Places in the party's pool that nobody has or is offered; below nought after a cut. */
export function freeFor(event: EventCounts, party: Pick<Standing, "attending">): number {
  const { capacity, confirmed, held } = countsOf(event, poolOf(event, party));
  return capacity - confirmed - held;
}

/** Places that somebody new could have now in one pool; never below nought. */
export function leftIn(event: EventCounts, pool: Pool): number {
  const { capacity, confirmed, held, kept } = countsOf(event, pool);
  return Math.max(0, capacity - confirmed - held - kept);
}

/** The event's counts with one party more, or without one (`times` -1). Unanswered requests take nothing. */
export function tallied<E extends EventCounts & QueueCounts>(event: E, party: Standing, times: 1 | -1): E {
  if (party.state === "cancelled") return event;
  if (party.state === "waiting") {
    return party.approval === "asked"
      ? { ...event, askedCount: event.askedCount + times }
      : { ...event, waitingCount: event.waitingCount + times };
  }
  const pool = poolOf(event, party);
  const counts = countsOf(event, pool);
  const places = party.places * times;
  return withCounts(event, pool, {
    ...counts,
    confirmed: counts.confirmed + (party.state === "confirmed" ? places : 0),
    held: counts.held + (party.state === "offered" ? places : 0),
  });
}

/** The event's counts as if nobody had asked for anything. */
export function emptied<E extends EventCounts & QueueCounts>(event: E): E {
  const none = { confirmedPlaces: 0, heldPlaces: 0, keptPlaces: 0 };
  const online = { onlineConfirmed: 0, onlineHeld: 0, onlineKept: 0 };
  return { ...event, ...none, ...online, waitingCount: 0, askedCount: 0 };
}
