import { dayOf, startOfDay } from "~/platform/london";

/** Kinds of activity; the order is the form's. */
export const KINDS = [
  "event",
  "workshop",
  "survey",
  "idea_board",
  "outreach",
  "co_design_group",
  "consultation",
  "staff_engagement",
  "staff_consultation",
  "other",
] as const;
/** One of them. */
export type Kind = (typeof KINDS)[number];

/** Kinds that open and are decided by rule. */
export const FORMAL: readonly Kind[] = ["consultation", "staff_consultation"];
/** Kinds that answer the public like missing ones. */
export const FOR_STAFF: readonly Kind[] = ["staff_engagement", "staff_consultation"];

/** How people take part. */
export const CHANNELS = ["in_person", "online", "phone", "paper", "mixed"] as const;
/** States in the order in which an activity goes through them. */
export const STATES = ["draft", "planned", "open", "done", "cancelled"] as const;
/** One of them. */
export type State = (typeof STATES)[number];

/** The seven steps of participation (TLAP): coercion, educating, informing, consultation, engagement, co-design, co-production. */
export const LEVELS = [1, 2, 3, 4, 5, 6, 7] as const;
/** Nobody plans or claims the first step; people who took part may say that it was so. */
export const CLAIMABLE = LEVELS.slice(1);
/** Co-production: has to be shown. */
export const HIGHEST = 7;

/** Roles that can lead an activity, whoever holds them. */
export const LEAD_ROLES = ["engagement_lead", "programme_lead", "neighbourhood_lead", "team_member"] as const;

/** Days that a public consultation lasts before anybody sets another number. Advice: no law says it. */
export const ADVISORY_DAYS = 84;

/** Words of addresses below /manage/engagement that no activity may have. */
export const TAKEN_WORDS: readonly string[] = ["plans", "outreach", "settings", "late"];

type Dated = { opensDay: string; closesDay: string };

/** True for a kind whose opening and decision are ruled. */
export const isFormal = ({ kind }: { kind: Kind }): boolean => FORMAL.includes(kind);
/** True for what the public must not see. */
export const isForStaff = ({ kind }: { kind: Kind }): boolean => FOR_STAFF.includes(kind);

/**
 * Whether answers are taken at this moment: the activity is open, and the London day lies between its
 * first and its last day, both included. Nothing else keeps it open: not an extension that nobody made,
 * not a form that was begun in time. Other rooms ask this before they take an answer.
 */
export function isOpenForAnswers(activity: Dated & { state: State }, now: Date): boolean {
  const today = dayOf(now);
  return activity.state === "open" && activity.opensDay <= today && today <= activity.closesDay;
}

/** True once the last day is over. */
export const isClosed = (activity: Dated, today: string): boolean => activity.closesDay < today;

const DAY = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** Days from one day to another, both counted. */
export function daysBetween(from: string, to: string): number {
  return Math.round((noon(to) - noon(from)) / DAY) + 1;
}

/** Days on which answers are really taken: from the first day, or the day it was opened if that was later. */
export function daysOpen(activity: Dated, openedOn: string): number {
  const from = activity.opensDay > openedOn ? activity.opensDay : openedOn;
  return from > activity.closesDay ? 0 : daysBetween(from, activity.closesDay);
}

/** The next moment at which a page that shows days says something else: midnight in London. */
export function nextMidnight(now: Date): Date {
  return startOfDay(now, 1);
}

/** How an activity stands on a day, as anyone may read it. */
export type Standing = "draft" | "planned" | "not_started" | "open" | "closed" | "done" | "cancelled";

/** Where an activity stands on a London day: an open one is closed after its last day, whoever forgot it. */
export function standingOf(activity: Dated & { state: State }, today: string): Standing {
  if (activity.state === "planned" && activity.opensDay < today) return "not_started";
  if (activity.state !== "open") return activity.state;
  if (activity.opensDay > today) return "planned";
  return isClosed(activity, today) ? "closed" : "open";
}

/** People can say how much say they had once it has begun, and not about what was called off. */
export function canBeRated(activity: Dated & { state: State }, today: string): boolean {
  return ["open", "closed", "done"].includes(standingOf(activity, today));
}
