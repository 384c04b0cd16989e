import type { Part } from "./parts";
import { daysOpen, isClosed, type Kind, type State } from "./rules";
import { counted } from "./staff-words";

/** Something that a consultation still lacks: what it is, and the page and field where it is put right. */
export type Missing = { part: Part | "settings"; field: string; text: string };

/** What the gate looks at of an activity. */
export type Gated = {
  kind: Kind;
  state: State;
  opensDay: string;
  closesDay: string;
  decisionAtStake: string | null;
  canChange: string | null;
  cannotChange: string | null;
  whatChanges: string | null;
  whatStays: string | null;
};

/** What it looks at of a consultation. */
export type Conditions = {
  notYetDecided: string | null;
  decider: string | null;
  decisionDay: string | null;
  reasons: string | null;
  alternatives: string | null;
  timeReason: string | null;
  equalityAnalysis: string | null;
  equalityBy: string | null;
  equalityDay: string | null;
  consideredHow: string | null;
  equalityReadBy: string | null;
  equalityReadDay: string | null;
};

/** How long consultations last; `staffDays` is null until HR has set it. */
export type Periods = { advisoryDays: number; staffDays: number | null };

/**
 * What is missing before an activity can open on this day, in the order of its task list; empty when it
 * can. Every kind says what is at stake. A formal consultation is also at a formative stage, gives reasons
 * with alternatives, enough time (or says why it is shorter) and an equality analysis: the four rules of
 * the Gunning case and section 149 of the Equality Act 2010. There is no statutory twelve weeks.
 */
export function missingToOpen(
  activity: Gated,
  conditions: Conditions | null,
  periods: Periods,
  openedOn: string,
): Missing[] {
  const missing = [...missingAtStake(activity)];
  if (isClosed(activity, openedOn)) {
    missing.push(lack("about", "closesDay", "Choose a last day that is still to come"));
  }
  if (!conditions) return missing;
  return [
    ...missing,
    ...missingStage(activity, conditions),
    ...missingReasons(conditions),
    ...missingTime(activity, conditions, periods, openedOn),
    ...missingEquality(conditions, openedOn),
  ];
}

/** What is missing before a decision on a consultation can be written down; empty when it can. */
export function missingToDecide(activity: Gated, conditions: Conditions, today: string): Missing[] {
  if (activity.state !== "open") {
    return [lack("open", "open", "Open the consultation: nobody has been asked yet")];
  }
  const missing: Missing[] = [];
  if (!isClosed(activity, today)) {
    missing.push(lack("about", "closesDay", "Wait until answers have closed"));
  }
  if (!conditions.consideredHow) {
    missing.push(lack("considered", "consideredHow", "Say how the answers were considered"));
  }
  if (!conditions.equalityReadBy || !conditions.equalityReadDay) {
    missing.push(
      lack("considered", "equalityReadBy", "Say who read the equality analysis before deciding, and when"),
    );
  }
  return missing;
}

const lack = (part: Missing["part"], field: string, text: string): Missing => ({ part, field, text });

function missingAtStake(activity: Gated): Missing[] {
  const wanted = [
    ["decisionAtStake", "Say which decision is at stake"],
    ["canChange", "Say what people can change"],
    ["cannotChange", "Say what cannot change, and why"],
    ["whatChanges", "Say what would change for people"],
    ["whatStays", "Say what stays the same for people"],
  ] as const;
  return wanted.filter(([field]) => !activity[field]).map(([field, text]) => lack("stake", field, text));
}

function missingStage(activity: Gated, conditions: Conditions): Missing[] {
  const missing: Missing[] = [];
  if (!conditions.notYetDecided) {
    missing.push(lack("formative", "notYetDecided", "Say that the decision has not been taken"));
  }
  if (!conditions.decider) missing.push(lack("formative", "decider", "Say who will decide"));
  if (!conditions.decisionDay) {
    missing.push(lack("formative", "decisionDay", "Say when it will be decided"));
  } else if (conditions.decisionDay <= activity.closesDay) {
    missing.push(
      lack("formative", "decisionDay", "Choose a day for the decision that comes after answers close"),
    );
  }
  return missing;
}

function missingReasons(conditions: Conditions): Missing[] {
  const missing: Missing[] = [];
  if (!conditions.reasons) missing.push(lack("reasons", "reasons", "Give the reasons for what is proposed"));
  if (!conditions.alternatives) {
    missing.push(lack("reasons", "alternatives", "Say what else could be done instead"));
  }
  return missing;
}

function missingTime(
  activity: Gated,
  conditions: Conditions,
  { advisoryDays, staffDays }: Periods,
  openedOn: string,
): Missing[] {
  const days = daysOpen(activity, openedOn);
  if (activity.kind === "staff_consultation") {
    if (staffDays === null) {
      return [
        lack("settings", "staffDays", "Ask HR how long a staff consultation has to last, and write it down"),
      ];
    }
    if (days >= staffDays) return [];
    const text = `Give people ${counted(staffDays, "day", "days")} at least, as HR has set: it would be ${days}`;
    return [lack("about", "closesDay", text)];
  }
  if (days >= advisoryDays || conditions.timeReason) return [];
  const text = `Say why ${counted(days, "day is", "days are")} enough, or give people ${advisoryDays}`;
  return [lack("time", "timeReason", text)];
}

function missingEquality(conditions: Conditions, openedOn: string): Missing[] {
  const missing: Missing[] = [];
  if (!conditions.equalityAnalysis) {
    missing.push(
      lack("equality", "equalityAnalysis", "Say whom it may affect more than others: the equality analysis"),
    );
  }
  if (!conditions.equalityBy) {
    missing.push(lack("equality", "equalityBy", "Say who made the equality analysis"));
  }
  if (!conditions.equalityDay) {
    missing.push(lack("equality", "equalityDay", "Say when the equality analysis was made"));
  } else if (conditions.equalityDay > openedOn) {
    missing.push(lack("equality", "equalityDay", "The equality analysis must be made before it opens"));
  }
  return missing;
}

/** What a consultation lacks before it can be written up. */
export const lackOfDecision: Missing = lack("decision", "decision", "Write down the decision first");
