import type { TFunction } from "i18next";
import type { Locale } from "~/platform/locales";
import { monthAndYear, plainDay } from "~/platform/london";
import type { TagColour } from "~/ui/Tag";
import { isInConflict, type Span, slipOf } from "./milestone";
import type { MilestoneActRow, MilestoneSeen } from "./read-milestones.server";

/** A milestone as pages show it. */
export type MilestoneShown = ReturnType<typeof shownMilestone>;

/** What pages know of a milestone: everything about it is public. */
export function shownMilestone({ milestone, neighbourhood, dates, needs }: MilestoneSeen) {
  const { slug, title, plan, phase, status, actualDay, condition, learningNeeded, effectOnPartners } =
    milestone;
  return {
    slug,
    title,
    plan,
    phase,
    status,
    actualDay,
    condition,
    learningNeeded,
    effectOnPartners,
    neighbourhood,
    needs,
    planned: { fromDay: milestone.baselineFrom, toDay: milestone.baselineTo },
    forecast: spanOrNull(milestone.forecastFrom, milestone.forecastTo),
    slip: slipOf(milestone),
    inConflict: isInConflict(dates),
    dates: dates.map(({ id, fromDay, toDay, source, link, statedDay }) => ({
      id,
      fromDay,
      toDay,
      source,
      link,
      statedDay,
    })),
  };
}

/** One change of a milestone, as anyone may read it. */
export type MoveShown = ReturnType<typeof shownMoves>[number];

/** A milestone's changes in order. */
export function shownMoves(acts: readonly MilestoneActRow[]) {
  return acts.map(({ position, day, forecastFrom, forecastTo, actualDay, status, reason }) => ({
    position,
    day,
    status,
    actualDay,
    reason,
    forecast: spanOrNull(forecastFrom, forecastTo),
  }));
}

const spanOrNull = (fromDay: string | null, toDay: string | null): Span | null =>
  fromDay && toDay ? { fromDay, toDay } : null;

/** The colour of each status; the word says it. */
export const STATUS_COLOURS: Readonly<Record<MilestoneShown["status"], TagColour>> = {
  planned: "blue",
  under_way: "yellow",
  reached: "green",
  dropped: "grey",
};

const dayIn = (day: string, locale: Locale) => plainDay(new Date(`${day}T12:00:00Z`), locale);

const monthIn = (day: string, locale: Locale) => monthAndYear(new Date(`${day}T12:00:00Z`), locale);

/** A time in words: a day, whole months where it is nothing else, or from one day to another. */
export function spanWords(t: TFunction, { fromDay, toDay }: Span, locale: Locale): string {
  if (fromDay === toDay) return dayIn(fromDay, locale);
  if (fromDay.endsWith("-01") && isMonthsLast(toDay)) {
    const [from, to] = [monthIn(fromDay, locale), monthIn(toDay, locale)];
    return from === to ? from : t("milestones.span", { from, to });
  }
  return t("milestones.span", { from: dayIn(fromDay, locale), to: dayIn(toDay, locale) });
}

const isMonthsLast = (day: string) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + 86_400_000).getUTCDate() === 1;

type Standing = Pick<MilestoneShown, "status" | "forecast" | "actualDay" | "slip">;

/** When it is now expected; one that is reached or dropped is expected no more. */
export function forecastWords(t: TFunction, { status, forecast }: Standing, locale: Locale): string {
  if (forecast) return spanWords(t, forecast, locale);
  const isOver = status === "reached" || status === "dropped";
  return isOver ? t(`milestones.statuses.${status}`) : t("milestones.notYet");
}

/** The day on which it was reached, or that it is not. */
export function actualWords(t: TFunction, { status, actualDay }: Standing, locale: Locale): string {
  if (actualDay) return dayIn(actualDay, locale);
  return status === "dropped" ? t("milestones.statuses.dropped") : t("milestones.notReached");
}

/** How far a milestone slips, in words; one that was dropped without a date slips no more. */
export function slipOfWords(t: TFunction, { status, slip }: Standing): string {
  return status === "dropped" && slip === null ? t("milestones.statuses.dropped") : slipWords(t, slip);
}

/** A number of days of slip in words. */
export function slipWords(t: TFunction, slip: number | null): string {
  if (slip === null) return t("milestones.notYet");
  if (slip === 0) return t("milestones.inTime");
  return slip > 0 ? t("milestones.days", { count: slip }) : t("milestones.early", { count: -slip });
}
