import type { SessionRow } from "./read-sessions.server";

type Timed = Pick<SessionRow, "id" | "title" | "startsClock" | "endsClock">;

/** The first two of these sessions that are on at the same time, or null. One without times clashes with none. */
export function clashIn<S extends Timed>(sessions: readonly S[]): [S, S] | null {
  for (const [n, first] of sessions.entries()) {
    for (const second of sessions.slice(n + 1)) if (overlap(first, second)) return [first, second];
  }
  return null;
}

/** Clock times HH:mm compare as text. */
function overlap(a: Timed, b: Timed): boolean {
  if (!a.startsClock || !a.endsClock || !b.startsClock || !b.endsClock) return false;
  return a.startsClock < b.endsClock && b.startsClock < a.endsClock;
}

/** Places that somebody new could have at a session now; null where people just come. */
export function leftAt(session: Pick<SessionRow, "capacity" | "confirmedPlaces">): number | null {
  return session.capacity === null ? null : Math.max(0, session.capacity - session.confirmedPlaces);
}

/** "10:30 to 11:15", as the page writes times; null for one that lasts as long as the event. */
export function clocksOf(session: Pick<SessionRow, "startsClock" | "endsClock">): [string, string] | null {
  return session.startsClock && session.endsClock ? [session.startsClock, session.endsClock] : null;
}
