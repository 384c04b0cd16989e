import type { TFunction } from "i18next";
import type { Locale } from "~/platform/locales";
import { monthAndYear, plainDay } from "~/platform/london";
import { financialOf, type Precision, spanOf } from "./rules";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/**
 * A date as exactly as it was named: "30 September 2025", "September 2025", "Quarter 2 of 2025/26 (July to
 * September 2025)" or "the year 2025/26 (to March 2026)".
 */
export function dueWords(t: TFunction, day: string, precision: Precision, locale: Locale = "en"): string {
  if (precision === "day") return plainDay(noon(day), locale);
  if (precision === "month") return monthAndYear(noon(day), locale);
  const { from, to } = spanOf(day, precision);
  const { quarter, year } = financialOf(day);
  const words = {
    quarter,
    year,
    from: monthAndYear(noon(from), locale),
    to: monthAndYear(noon(to), locale),
  };
  return precision === "quarter" ? t("commitments.quarter", words) : t("commitments.year", words);
}
