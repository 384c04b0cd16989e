import { plainDay } from "~/platform/london";

type Translate = (key: string, words?: Record<string, string>) => string;
type Promised = { dueDay: string | null; duePrecision: "day" | "month" | "quarter" | "year" | null };

/** Noon of a London day, as a moment to write it from. */
export const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** "by 30 September 2026", or "by the end of September 2026" where no day was named; null for what has no date. */
export function promiseWords(
  t: Translate,
  locale: string,
  { dueDay, duePrecision }: Promised,
): string | null {
  if (!dueDay) return null;
  if (duePrecision === "day" || !duePrecision)
    return t("responses.day", { day: plainDay(atNoon(dueDay), locale) });
  const format = new Intl.DateTimeFormat(locale === "ar" ? "ar-u-nu-latn" : locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return t("responses.endOf", { month: format.format(atNoon(dueDay)) });
}
