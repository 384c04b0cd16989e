/** A time before an election in which publicity is restrained. */
export type ElectionPeriod = { name: string; fromDay: string; pollDay: string };

/** What happens when: the days of an activity, and of the decision on it. */
type Days = { opensDay: string; closesDay: string; decisionDay?: string | null };

/** One thing that falls into such a time. */
export type Clash = { election: string; fromDay: string; pollDay: string; what: "answers" | "decision" };

/** What of an activity falls into a pre-election period, first to last: it warns, and stops nothing. */
export function clashesOf(days: Days, periods: readonly ElectionPeriod[]): Clash[] {
  return periods.flatMap(({ name, fromDay, pollDay }) => {
    const clash = (what: Clash["what"]): Clash => ({ election: name, fromDay, pollDay, what });
    const answers = days.opensDay <= pollDay && fromDay <= days.closesDay;
    const decision = days.decisionDay && fromDay <= days.decisionDay && days.decisionDay <= pollDay;
    return [...(answers ? [clash("answers")] : []), ...(decision ? [clash("decision")] : [])];
  });
}
