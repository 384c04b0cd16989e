import type { TFunction } from "i18next";
import type { Locale } from "~/platform/locales";
import { plainDay } from "~/platform/london";
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

/** A time in words: a day, or from one to another. */
export function spanWords(t: TFunction, { fromDay, toDay }: Span, locale: Locale): string {
  if (fromDay === toDay) return dayIn(fromDay, locale);
  return t("milestones.span", { from: dayIn(fromDay, locale), to: dayIn(toDay, locale) });
}

/** A slip in words. */
export function slipWords(t: TFunction, slip: number | null): string {
  if (slip === null) return t("milestones.notYet");
  if (slip === 0) return t("milestones.inTime");
  return slip > 0 ? t("milestones.days", { count: slip }) : t("milestones.early", { count: -slip });
}
