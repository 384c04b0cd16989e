import { dayOf, instantOf, startOfDay } from "~/platform/london";
import type { NEEDS } from "./rules";

/**
 * Days before the start by which each need has to be arranged: people are booked long before, papers
 * take a few days, and rooms are asked about in the week before.
 */
export const LEAD_DAYS: Record<(typeof NEEDS)[number], number> = {
  interpreter_bsl: 10,
  language_support: 7,
  hearing_loop: 3,
  live_captions: 7,
  large_print: 3,
  easy_read: 7,
  step_free: 3,
  quiet_space: 3,
  help_getting_there: 3,
  other: 5,
};

/** Whoever asks late still gives the team a day. */
const LEAST_HOURS = 24;

/** What of an event moves the day by which its needs are due. */
export type Due = { startsAt: Date; adjustBy: Date | null };

const closing = (day: Date, days: number) => instantOf(`${dayOf(startOfDay(day, days))}T17:00`);

/**
 * Until when a need has to be arranged, so that it can be. At 5pm so many days before the start as its kind
 * takes; where the event names a last day to ask, at 5pm of the day after that if it comes first, because
 * what was asked by then is promised. Whoever asks late, or after that day, gives the team a day. Never after
 * the start.
 */
export function needDue(need: string, { startsAt, adjustBy }: Due, now: Date): Date {
  const days = LEAD_DAYS[need as keyof typeof LEAD_DAYS] ?? LEAD_DAYS.other;
  const usual = closing(startsAt, -days) ?? startsAt;
  const promised = (adjustBy && closing(adjustBy, 1)) ?? usual;
  const due = promised < usual ? promised : usual;
  const soonest = new Date(now.getTime() + LEAST_HOURS * 3_600_000);
  return [startsAt, due > soonest ? due : soonest].reduce((a, b) => (a < b ? a : b));
}

/** True where a change of the event moves the days by which its needs are due. */
export function movesDue(before: Due, after: Due): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.adjustBy?.getTime() !== after.adjustBy?.getTime()
  );
}
