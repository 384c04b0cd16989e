import { instantOf, wallOf } from "~/platform/london";

/** How a series repeats: every so many weeks, months on the same day, or months on the same weekday. */
export type Rule = { unit: "week" | "month_day" | "month_weekday"; every: number; times: number };

/** Wall times of an event and of its booking. */
export type Times = {
  startsLocal: string;
  endsLocal: string;
  opensAt: Date | null;
  closesAt: Date | null;
  adjustBy: Date | null;
};

/** The same with the instants that follow from them. */
export type Timed = Times & { startsAt: Date; endsAt: Date };

const DAY = 86_400_000;
/** Months looked at, at most, for one that has the day: 29 February comes every 8 years in the worst case. */
const MOST_MONTHS = 12 * 60;

const asUtc = (day: string) => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date) => date.toISOString().slice(0, 10);

/** The day so many days after another, both YYYY-MM-DD. */
export function dayAfter(day: string, days: number): string {
  return asDay(new Date(asUtc(day).getTime() + days * DAY));
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((asUtc(to).getTime() - asUtc(from).getTime()) / DAY);
}

/**
 * The days of a series, the first one included. Days of the calendar, so that clock changes move nothing. A
 * month that has no such day (the 31st, a fifth Tuesday, 29 February) is left out, and the next one counts.
 */
export function daysOf(first: string, { unit, every, times }: Rule): string[] {
  if (unit === "week") return Array.from({ length: times }, (_, n) => dayAfter(first, 7 * every * n));
  const days: string[] = [];
  for (let n = 0; days.length < times && n < MOST_MONTHS; n += every) {
    const day = unit === "month_day" ? sameDayIn(first, n) : sameWeekdayIn(first, n);
    if (day) days.push(day);
  }
  return days;
}

/** The same day so many months later, or null where that month is shorter. */
function sameDayIn(first: string, months: number): string | null {
  const date = asUtc(first);
  const then = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()));
  return then.getUTCDate() === date.getUTCDate() ? asDay(then) : null;
}

/** The same weekday of the same week so many months later ("second Tuesday"), or null when there is no fifth. */
function sameWeekdayIn(first: string, months: number): string | null {
  const date = asUtc(first);
  const start = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const ahead = (date.getUTCDay() - start.getUTCDay() + 7) % 7;
  const week = Math.floor((date.getUTCDate() - 1) / 7);
  const then = new Date(start.getTime() + (ahead + 7 * week) * DAY);
  return then.getUTCMonth() === start.getUTCMonth() ? asDay(then) : null;
}

/**
 * The same times for an event that starts on another day: the clock on the wall stays as it is, whatever
 * the season, and booking opens and closes as many days before. Null when a clock change leaves out one of
 * these times.
 */
export function timesOn(times: Times, day: string): Timed | null {
  const from = times.startsLocal.slice(0, 10);
  const move = (wall: string) => `${dayAfter(day, daysBetween(from, wall.slice(0, 10)))}${wall.slice(10)}`;
  const moved = (at: Date | null) => (at === null ? null : instantOf(move(wallOf(at))));
  const [startsLocal, endsLocal] = [move(times.startsLocal), move(times.endsLocal)];
  const [startsAt, endsAt] = [instantOf(startsLocal), instantOf(endsLocal)];
  const [opensAt, closesAt, adjustBy] = [moved(times.opensAt), moved(times.closesAt), moved(times.adjustBy)];
  const lost = (times.opensAt && !opensAt) || (times.closesAt && !closesAt) || (times.adjustBy && !adjustBy);
  if (!startsAt || !endsAt || startsAt >= endsAt || lost) return null;
  return { startsLocal, endsLocal, startsAt, endsAt, opensAt, closesAt, adjustBy };
}
