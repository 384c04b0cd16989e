import { dayOf } from "~/platform/london";

/** The oldest that anybody is taken to be. */
const OLDEST = 125;

/** A year, and a month and a day where they were given. */
type Born = { year: number; month: number; day: number };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A date of birth, whole or in part: 1958, 3/1958, March 1958, 27.3.1958, 1958-03-27. What is missing counts as
 * the middle of the year, so that the age is right for half of all people and a year off at most. Else null.
 */
function readBorn(typed: string): Born | null {
  const parts = typed
    .trim()
    .toLowerCase()
    .split(/[\s./,-]+/)
    .filter(Boolean);
  if (parts.length === 0 || parts.length > 3) return null;
  const yearFirst = /^\d{4}$/.test(parts[0] ?? "");
  const [year, ...rest] = yearFirst ? parts : [...parts].reverse();
  if (!year || !/^\d{4}$/.test(year)) return null;
  const [monthTyped, dayTyped] = rest;
  const month = monthTyped === undefined ? 7 : monthIn(monthTyped);
  const day = dayTyped === undefined ? 1 : Number(dayTyped);
  if (month === null || !Number.isInteger(day) || day < 1 || day > 31) return null;
  return { year: Number(year), month, day };
}

function monthIn(typed: string): number | null {
  const named = typed.length >= 3 ? MONTHS.indexOf(typed.slice(0, 3)) + 1 : 0;
  const month = named || (/^\d{1,2}$/.test(typed) ? Number(typed) : 0);
  return month >= 1 && month <= 12 ? month : null;
}

/** The age band of somebody who gives this year or date of birth, today; null when it can't be read. */
export function ageBandOf(typed: string, now: Date): string | null {
  const born = readBorn(typed);
  if (!born) return null;
  const [year = 0, month = 0, day = 0] = dayOf(now).split("-").map(Number);
  const isBefore = month < born.month || (month === born.month && day < born.day);
  const age = year - born.year - (isBefore ? 1 : 0);
  return age > OLDEST || born.year > year ? null : bandOf(Math.max(0, age));
}

/** The band that an age in whole years lies in. */
export function bandOf(age: number): string {
  if (age < 16) return "under_16";
  if (age < 25) return "16_24";
  if (age < 35) return "25_34";
  if (age < 50) return "35_49";
  if (age < 65) return "50_64";
  return age < 75 ? "65_74" : "75_over";
}
