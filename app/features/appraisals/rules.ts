import type { Typed } from "~/ui/typed";

/** Kinds of appraiser, in the order of the form. */
export const KINDS = ["resident", "voluntary", "staff"] as const;
/** One of them. */
export type Kind = (typeof KINDS)[number];

/** How far a choice has come; the order of the form. */
export const STAGES = ["long_list", "short_list", "preferred"] as const;

/** Scores run from 0, "does not do this at all", to this, "does this very well". */
export const MOST = 5;
/** Fewer people than this are not told apart from others. */
export const LEAST_PEOPLE = 8;
/** Between so many options and criteria people can still keep an overview. */
export const MOST_OPTIONS = 8;
/** See above. */
export const MOST_CRITERIA = 8;

/** The letter of an option: the first is A. */
export const letterOf = (position: number): string => String.fromCharCode(64 + position);

/** The name of the field in which an option is scored by a criterion, such as `A-2`. */
export const fieldOf = (option: { position: number }, criterion: { position: number }): string =>
  `${letterOf(option.position)}-${criterion.position}`;

/** States of a decision in the order of the list. */
export const STANDINGS = ["overdue", "open", "decided", "withdrawn"] as const;

/** How a decision stands on a day. */
export type Standing = (typeof STANDINGS)[number];

/** The state that an address names, or undefined. */
export const standingIn = (word: string | null): Standing | undefined =>
  STANDINGS.find((one) => one === word);

type Logged = { dueDay: string; firstDueDay: string; decidedDay: string | null; withdrawnDay: string | null };

/** Where a decision stands on a London day. */
export function standingOf({ dueDay, decidedDay, withdrawnDay }: Logged, today: string): Standing {
  if (decidedDay) return "decided";
  if (withdrawnDay) return "withdrawn";
  return dueDay < today ? "overdue" : "open";
}

/** True for what was decided after the day that was promised first, however often it was moved. */
export const isLate = ({ decidedDay, firstDueDay }: Logged): boolean =>
  decidedDay !== null && decidedDay > firstDueDay;

/** Days by which something is late. */
export function daysLate(due: string, on: string): number {
  return Math.max(0, Math.round((Date.parse(on) - Date.parse(due)) / 86_400_000));
}

/** One value of a form as it was typed; nothing where it was not there. */
export function typedAs(typed: Typed, name: string): string {
  return [typed[name] ?? ""].flat()[0] ?? "";
}
