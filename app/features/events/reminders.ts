import { instantOf, startOfDay, wallOf } from "~/platform/london";

/** A letter that is to remind somebody is asked for at least so many days before, because post takes time. */
const POST_TAKES_DAYS = 3;

/** When people are reminded: ten in the morning in London, so many days before the day it starts on. */
export function reminderAt(event: { startsAt: Date }, days: number): Date {
  const morning = startOfDay(event.startsAt, -days);
  return instantOf(`${wallOf(morning).slice(0, 10)}T10:00`) ?? morning;
}

/**
 * Which of an event's reminders somebody gets by their channel: e-mail all of them, a call the last, a
 * letter the first that the post can bring in time.
 */
export function remindsBy(channel: string, days: number, all: readonly number[]): boolean {
  if (channel === "email") return true;
  if (channel === "phone") return days === Math.min(...all);
  if (channel !== "letter") return false;
  return days >= POST_TAKES_DAYS && days === Math.max(...all);
}

/** Tells one reminder of one date from every other: an event that moves reminds again. */
export function markOf(event: { startsAt: Date }, days: number): string {
  return `${days}.${event.startsAt.getTime()}`;
}
