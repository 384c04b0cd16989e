/** Days are London days, as YYYY-MM-DD. */

const DAY = 86_400_000;

/** Holidays that a proclamation added, and how those of the same year moved for them. */
const PROCLAIMED: Readonly<Record<number, { added: readonly string[]; spring?: string }>> = {
  // The spring holiday moved beside the Platinum Jubilee; the state funeral was in September.
  2022: { added: ["2022-06-03", "2022-09-19"], spring: "2022-06-02" },
  // The coronation.
  2023: { added: ["2023-05-08"] },
};

const two = (n: number) => String(n).padStart(2, "0");
const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`);
const moved = (day: string, days: number) => new Date(noonOf(day) + days * DAY).toISOString().slice(0, 10);
/** 0 is Sunday. */
const weekdayOf = (day: string) => new Date(noonOf(day)).getUTCDay();

/** Easter Sunday of a year in the Gregorian calendar (the anonymous computus of 1876, as Meeus gives it). */
function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  return `${year}-${two(Math.floor(count / 31))}-${two((count % 31) + 1)}`;
}

const firstMonday = (from: string) => moved(from, (8 - weekdayOf(from)) % 7);
const lastMonday = (last: string) => moved(last, -((weekdayOf(last) + 6) % 7));

/** The day itself, or the next that is neither at a weekend nor a holiday already. */
function substituteFor(day: string, taken: readonly string[]): string {
  const free = (one: string) => ![0, 6].includes(weekdayOf(one)) && !taken.includes(one);
  let found = day;
  while (!free(found)) found = moved(found, 1);
  return found;
}

const known = new Map<number, readonly string[]>();

/**
 * The bank holidays of England in a year, in order: the Banking and Financial Dealings Act 1971, Good Friday and
 * Christmas Day, with the substitute days that are proclaimed every year for those at weekends.
 */
export function bankHolidaysOf(year: number): readonly string[] {
  const found = known.get(year) ?? reckoned(year);
  known.set(year, found);
  return found;
}

function reckoned(year: number): readonly string[] {
  const easter = easterOf(year);
  const { added = [], spring = lastMonday(`${year}-05-31`) } = PROCLAIMED[year] ?? {};
  const boxing = `${year}-12-26`;
  // On a Sunday Christmas Day gives way to Boxing Day, which keeps its Monday.
  const christmas = substituteFor(`${year}-12-25`, [boxing]);
  return [
    substituteFor(`${year}-01-01`, []),
    moved(easter, -2),
    moved(easter, 1),
    firstMonday(`${year}-05-01`),
    spring,
    lastMonday(`${year}-08-31`),
    ...added,
    christmas,
    substituteFor(boxing, [christmas]),
  ].sort();
}

/** True for a day that is neither at a weekend nor a bank holiday of England. */
export function isWorkingDay(day: string): boolean {
  return ![0, 6].includes(weekdayOf(day)) && !bankHolidaysOf(Number(day.slice(0, 4))).includes(day);
}

/** The day that is so many working days after another, which does not count itself; 0 is the day itself. */
export function addWorkingDays(day: string, n: number): string {
  let found = day;
  for (let left = n; left > 0; ) {
    found = moved(found, 1);
    if (isWorkingDay(found)) left--;
  }
  return found;
}

/** How many working days lie after one day, up to and with another; none when that one is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let n = 0;
  for (let day = moved(from, 1); day <= to; day = moved(day, 1)) if (isWorkingDay(day)) n++;
  return n;
}
