import { TZDate } from "@date-fns/tz";

/** Every event's wall clock. */
export const ZONE = "Europe/London";

const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * The instant of a London wall time `YYYY-MM-DDTHH:mm`. Null for a malformed time and for one that the
 * spring clock change leaves out; a time that comes twice in autumn is its first.
 */
export function instantOf(wall: string): Date | null {
  const parts = WALL.exec(wall)?.slice(1).map(Number);
  if (!parts) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = parts;
  const date = new Date(new TZDate(year, month - 1, day, hour, minute, ZONE).getTime());
  if (wallOf(date) !== wall) return null;
  const earlier = new Date(date.getTime() - 3_600_000);
  return wallOf(earlier) === wall ? earlier : date;
}

const two = (n: number) => String(n).padStart(2, "0");

/** The London wall time of an instant, as `YYYY-MM-DDTHH:mm`. */
export function wallOf(date: Date): string {
  const local = new TZDate(date.getTime(), ZONE);
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** The London day of an instant, as `YYYY-MM-DD`. */
export function dayOf(date: Date): string {
  return wallOf(date).slice(0, 10);
}

/** The first instant of a London day, moved by whole days. */
export function startOfDay(date: Date, days = 0): Date {
  const [year = 0, month = 1, day = 1] = dayOf(date).split("-").map(Number);
  return new Date(new TZDate(year, month - 1, day + days, ZONE).getTime());
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(regional(locale), { ...options, timeZone: ZONE });
  formats.set(key, made);
  return made;
}

/** British English dates; Western digits in Arabic, as on bus stops and phones here. */
function regional(locale: string): string {
  if (locale === "en") return "en-GB";
  return locale === "ar" ? "ar-u-nu-latn" : locale;
}

/** "Tuesday 12 January 2027" in a language. */
export function longDay(date: Date, locale = "en"): string {
  return format(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .format(date)
    .replace(",", "");
}

/** "12 January 2027". */
export function plainDay(date: Date, locale = "en"): string {
  return format(locale, { day: "numeric", month: "long", year: "numeric" }).format(date);
}

/** "January 2027". */
export function monthAndYear(date: Date, locale = "en"): string {
  return format(locale, { month: "long", year: "numeric" }).format(date);
}

/** The parts of a date block: "Tue", "12", "Jan". */
export function shortDay(date: Date, locale = "en"): { weekday: string; day: string; month: string } {
  return {
    weekday: format(locale, { weekday: "short" }).format(date),
    day: format(locale, { day: "numeric" }).format(date).replace(/\D/g, ""),
    month: format(locale, { month: "short" }).format(date),
  };
}

/** "6:30pm", "noon" left as 12pm; 24-hour clock outside English. */
export function clock(date: Date, locale = "en"): string {
  if (locale !== "en")
    return format(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
  const [hour = 0, minute = 0] = wallOf(date).slice(11).split(":").map(Number);
  const minutes = minute === 0 ? "" : `:${two(minute)}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** "Tuesday 12 January 2027, 6:30pm". */
export function dayAndClock(date: Date, locale = "en"): string {
  return `${longDay(date, locale)}, ${clock(date, locale)}`;
}

/** London wall time with its offset, such as 2027-01-12T18:30:00+00:00. */
export function londonTime(date: Date): string {
  const wall = wallOf(date);
  const hours = Math.round((new Date(`${wall}:00Z`).getTime() - date.getTime()) / 3_600_000);
  return `${wall}:00+0${hours}:00`;
}
