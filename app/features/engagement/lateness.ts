import { daysBetween, isFormal, type Kind, type State } from "./rules";

type Watched = {
  kind: Kind;
  state: State;
  opensDay: string;
  closesDay: string;
  achievedLevel: number | null;
};
type Owed = { decisionDay: string | null; consideredHow: string | null; decidedDay: string | null } | null;

/** What should have been done by now, since which day, and how many days ago that was. */
export type Late = {
  what: string;
  since: string;
  days: number;
  part: "open" | "considered" | "decision" | "outcome";
};

/** What is said of people who wait for an answer: two weeks after it ended somebody should have written it up. */
export const WRITE_UP_DAYS = 14;
/** Answers should be considered within a month of closing, unless the decision is due sooner. */
export const CONSIDER_DAYS = 28;

/**
 * What is late about an activity on this day, or null: not opened on its first day, answers not
 * considered, a decision past its day, or nothing written up two weeks after it ended.
 */
export function latenessOf(activity: Watched, owed: Owed, today: string): Late | null {
  const late = (what: string, since: string, part: Late["part"]): Late | null =>
    since < today ? { what, since, days: daysBetween(since, today) - 1, part } : null;
  if (activity.state === "draft" || activity.state === "planned") {
    return late("Has not opened", activity.opensDay, "open");
  }
  if (activity.state !== "open") return null;
  if (!isFormal(activity) || !owed) {
    return late("Nobody has written up what happened", plus(activity.closesDay, WRITE_UP_DAYS), "outcome");
  }
  if (owed.decidedDay) {
    return late("Nobody has written up what happened", plus(owed.decidedDay, WRITE_UP_DAYS), "outcome");
  }
  const due = owed.decisionDay ?? plus(activity.closesDay, CONSIDER_DAYS);
  if (due < today)
    return late(
      owed.consideredHow ? "Not decided" : "Not considered, and not decided",
      due,
      owed.consideredHow ? "decision" : "considered",
    );
  if (owed.consideredHow) return null;
  return late("Answers have not been considered", plus(activity.closesDay, CONSIDER_DAYS), "considered");
}

/** A day so many days later. */
export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
