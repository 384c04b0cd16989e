import { placeWords } from "./after";

/** Sheets of paper for the day, in the order in which they are needed. */
export const SHEETS = ["sign-in", "badges", "tables", "stalls"] as const;

/** One of them. */
export type Sheet = (typeof SHEETS)[number];

/** What each sheet is called, and what it is for. */
export const SHEET_WORDS: Record<Sheet, { title: string; text: string }> = {
  "sign-in": {
    title: "Sign-in sheet",
    text: "Names in order with a box to tick, and empty lines for people who come without booking.",
  },
  badges: {
    title: "Name badges",
    text: "Eight to a sheet of A4, with empty ones for companions and people who just come.",
  },
  tables: {
    title: "Table sheets",
    text: "One for each table or stall: what worked well, what is still hard, and what to take forward.",
  },
  stalls: {
    title: "Stall cards",
    text: "One for each stall: its name, who runs it, what people can ask there, and a square to leave a note.",
  },
};

/** The questions that every table answers. */
export const QUESTIONS = [
  ["What worked well?", "Something that helped you or somebody you know."],
  ["What is still hard?", "Where it gets stuck, takes too long or leaves people out."],
  ["What should we take forward?", "One thing that we should do next, and who should do it."],
] as const;

const USUAL_TABLES = 6;
const MOST_TABLES = 40;
const BADGES_A_SHEET = 8;
const LEAST_EMPTY = 8;

/** One table or stall that gets a sheet of its own. */
export type SheetTable = { key: string; title: string; host: string | null };

/** How many tables an address asks for; the usual number when it says nothing sensible. */
export function tablesIn(search: URLSearchParams): number {
  const asked = Number(search.get("tables") ?? "");
  return Number.isInteger(asked) && asked >= 1 ? Math.min(asked, MOST_TABLES) : USUAL_TABLES;
}

type Stall = { id: string; kind: string; title: string; tableNumber: number | null; host: string | null };

/** The sessions that stand at a table of their own: stalls and tables, and neither talks nor workshops. */
export function stallsOf<S extends { kind: string }>(sessions: readonly S[]): S[] {
  return sessions.filter(({ kind }) => kind === "stall" || kind === "table");
}

/** So many tables with numbers. Where an event has stalls with names and hosts of their own, they come instead. */
export function tablesFor(stalls: readonly Stall[], n: number): SheetTable[] {
  if (stalls.length > 0)
    return stalls.map((one) => ({ key: one.id, title: placeWords(one), host: one.host }));
  return Array.from({ length: n }, (_, at) => ({
    key: String(at + 1),
    title: `Table ${at + 1}`,
    host: null,
  }));
}

/** A badge: a name, or an empty line for somebody to write theirs. */
export type Badge = { key: string; name: string | null };

/**
 * A badge for everyone who booked, an empty one for each companion, and some more for people who just come,
 * so that the last sheet is full.
 */
export function badgesFor(parties: readonly { id: string; name: string; party: number }[]): Badge[] {
  const named = parties.map(({ id, name }) => ({ key: id, name: name || null }));
  const companions = parties.reduce((n, { party }) => n + party - 1, 0);
  const least = named.length + companions + LEAST_EMPTY;
  const all = Math.ceil(least / BADGES_A_SHEET) * BADGES_A_SHEET;
  const empty = Array.from({ length: all - named.length }, (_, n) => ({ key: `empty ${n}`, name: null }));
  return [...named, ...empty];
}
