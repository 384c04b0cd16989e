import { startOfDay } from "~/platform/london";

/** The three questions of every event, in the order in which they are asked. */
export const QUESTIONS = ["worked_well", "challenge", "priority"] as const;
/** One of them. */
export type Question = (typeof QUESTIONS)[number];

/** Unless staff say otherwise, notes and feedback are taken until so many whole days after an event. */
export const OPEN_DAYS = 21;
/** Nobody is asked how it was before so many hours have passed. */
export const ASK_AFTER_HOURS = 20;
/** Where nobody closes the list of who came, people are asked all the same after so many hours. */
export const ASK_ANYWAY_HOURS = 72;
/** An event that was never asked about in so many days is not asked about any more. */
export const ASK_WITHIN_DAYS = 7;

/** Reasons why a note is neither counted nor printed. */
export const SET_ASIDE = ["safeguarding", "names_someone", "abuse", "spam"] as const;

/** How a claim was paid. */
export const PAID_BY = ["cash", "voucher", "bank_transfer", "payroll"] as const;

/** Limits of what can be typed, in characters, lines and people. */
export const LONGEST = {
  note: 600,
  place: 80,
  feedback: 2000,
  step: 400,
  summary: 1500,
  quote: 600,
  lines: 60,
  agreeing: 500,
} as const;

type Times = { state: string; startsAt: Date; endsAt: Date };

/** Until when notes and feedback are taken: as staff said, or three weeks after the end. */
export function openUntil(event: Times, set: { openUntil: Date | null } | null): Date {
  return set?.openUntil ?? startOfDay(event.endsAt, OPEN_DAYS + 1);
}

/** Whether an event takes notes and feedback now, and if not, why. */
export type Telling = "open" | "not_yet" | "closed" | "cancelled";

/** From the start of an event until the set moment. A cancelled one takes none: nobody met. */
export function tellingAt(event: Times, until: Date, now: Date): Telling {
  if (event.state !== "published") return "cancelled";
  if (event.startsAt > now) return "not_yet";
  return until > now ? "open" : "closed";
}

/** The next moment at which `tellingAt` says something else, or null. */
export function tellingChangesAt(event: Times, until: Date, now: Date): Date | null {
  return [event.startsAt, until].find((at) => at > now) ?? null;
}

/** A session, stall or table as it stands on its sheet: "Stall 3: The story passport". */
export function placeWords(place: { kind: string; tableNumber: number | null; title: string }): string {
  const kind = place.kind.charAt(0).toUpperCase() + place.kind.slice(1);
  const words = place.tableNumber === null ? place.title : `${kind} ${place.tableNumber}: ${place.title}`;
  return words.slice(0, LONGEST.place);
}

type Placed = { id: string; kind: string; tableNumber: number | null; title: string };

/**
 * Which of an event's sessions and stalls a note's place means: the one of the card that somebody came from,
 * unless they wrote another, or the one whose words, name or number they wrote. Null when it is none of them.
 */
export function placeIn<P extends Placed>(
  sessions: readonly P[],
  { place, session }: { place: string; session?: string },
): P | null {
  const said = folded(place);
  const from = sessions.find((one) => one.id === session);
  if (said === "" || (from && said === folded(placeWords(from)))) return from ?? null;
  const names = (one: P) => [placeWords(one), one.title, `${one.kind} ${one.tableNumber ?? "?"}`];
  return sessions.find((one) => names(one).some((name) => folded(name) === said)) ?? null;
}

const folded = (words: string) => words.trim().replace(/\s+/g, " ").toLowerCase();

/** One line of a table sheet. */
export type SheetLine = { text: string; agreeing: number };

const AGREEING = /[\s,;(]+[x×]\s?(\d{1,3})\)?$/i;

/** The lines of a sheet as staff type them: a note a line, and at its end `x4` when four agree. */
export function linesOf(typed: string): SheetLine[] {
  return typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const agreeing = Number(AGREEING.exec(line)?.[1] ?? 1);
      return { text: line.replace(AGREEING, ""), agreeing };
    });
}
