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

/** Until when a need has to be arranged: 5pm so many days before the start, a day after a late request, never after the start. */
export function needDue(need: string, startsAt: Date, now: Date): Date {
  const days = LEAD_DAYS[need as keyof typeof LEAD_DAYS] ?? LEAD_DAYS.other;
  const due = instantOf(`${dayOf(startOfDay(startsAt, -days))}T17:00`) ?? startsAt;
  const soonest = new Date(now.getTime() + LEAST_HOURS * 3_600_000);
  return [startsAt, due > soonest ? due : soonest].reduce((a, b) => (a < b ? a : b));
}
