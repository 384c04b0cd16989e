import type { PartyRow } from "./PartyTable";
import { ACTIVE } from "./rules";

const isActive = ({ registration }: PartyRow) => (ACTIVE as readonly string[]).includes(registration.state);

/** Ids of active registrations that look like another active one here. */
export function duplicatesIn(parties: readonly PartyRow[]): string[] {
  const active = new Set(parties.filter(isActive).map(({ registration }) => registration.id));
  return parties
    .filter(isActive)
    .filter(({ registration }) => active.has(registration.possibleDuplicateOf ?? ""))
    .map(({ registration }) => registration.id);
}

/** What those who are coming or hold an offer asked for, and how many bookings asked for it, the most first. */
export function needsAsked(parties: readonly PartyRow[]): { need: string; n: number }[] {
  const times = new Map<string, number>();
  for (const { registration, needs } of parties) {
    if (!["confirmed", "offered"].includes(registration.state)) continue;
    for (const need of needs) times.set(need, (times.get(need) ?? 0) + 1);
  }
  return [...times].map(([need, n]) => ({ need, n })).sort((a, b) => b.n - a.n);
}

/** Requests without an answer, the queue in order, those who come (held offers last) and those who left. */
export function byStanding(parties: readonly PartyRow[]) {
  const inState = (...states: string[]) =>
    parties.filter(({ registration }) => states.includes(registration.state));
  return {
    coming: inState("confirmed", "offered"),
    asking: inState("waiting").filter(({ registration }) => registration.approval === "asked"),
    waiting: inState("waiting").filter(({ registration }) => registration.approval !== "asked"),
    left: inState("cancelled"),
  };
}
