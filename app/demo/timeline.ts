import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { dayOf, instantOf, startOfDay, wallOf } from "~/platform/london";
import type { Chance } from "./chance";

/** Something that somebody did at a moment: a verb, called with `now` set to it. */
export type Act = { at: Date; run(ctx: Ctx): Promise<unknown> };

const HOUR = 3_600_000;

/** Does all of it in the order of time, whichever room it came from; at one moment in the order of the list. */
export async function perform(ctx: Ctx, acts: readonly Act[]): Promise<void> {
  const inOrder = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const act of inOrder) await act.run({ ...ctx, now: act.at });
}

/** What happened before a moment, and what after it. */
export function splitAt(acts: readonly Act[], moment: Date): [before: Act[], after: Act[]] {
  return [acts.filter((act) => act.at < moment), acts.filter((act) => act.at >= moment)];
}

/** The same ctx, acting as somebody else. */
export function as(ctx: Ctx, actor: Actor): Ctx {
  return { ...ctx, actor };
}

/** What a verb answered, when it did what the sheet says. Throws with its reason when it refused. */
export function accepted<T extends { ok: boolean }>(what: string, answer: T): Extract<T, { ok: true }> {
  if (answer.ok) return answer as Extract<T, { ok: true }>;
  const { reason, fields } = answer as { reason?: string; fields?: object };
  throw new Error(
    `The demonstration could not be loaded: ${what} was refused (${reason}) ${JSON.stringify(fields ?? {})}`,
  );
}

/** The instant of a London wall time in the demonstration's files. */
export function london(wall: string): Date {
  const found = instantOf(wall);
  if (!found) throw new Error(`There is no such time in London: ${wall}`);
  return found;
}

/** So many hours later; earlier when below nought. */
export function hoursAfter(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * HOUR);
}

/**
 * So many moments from `from` up to `to`, in order: more of them soon after the beginning and shortly
 * before the end, as people book, and none at night.
 */
export function momentsBetween(luck: Chance, from: Date, to: Date, count: number): Date[] {
  const span = to.getTime() - from.getTime();
  const moments = Array.from({ length: count }, () => {
    const thick = (1 - Math.cos(Math.PI * luck.next())) / 2;
    return byDay(new Date(from.getTime() + thick * span), from, to);
  });
  return moments.sort((a, b) => a.getTime() - b.getTime());
}

/** A moment at night becomes one of the next morning, or of the evening before when that would be too late. */
function byDay(at: Date, from: Date, to: Date): Date {
  const hour = hourOf(at);
  if (hour >= 7) return at;
  const evening = hoursAfter(at, -(hour + 2));
  return [hoursAfter(at, 7), evening].find((other) => other >= from && other < to) ?? at;
}

const hourOf = (at: Date) => Number(wallOf(at).slice(11, 13));

/** Monday to Friday in London. */
function isWorkday(at: Date): boolean {
  const weekday = new Date(`${dayOf(at)}T12:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** The nearest moment from `from` up to `to` when somebody is in the office: 9am to 5pm, Monday to Friday. */
export function inOffice(at: Date, from: Date, to: Date): Date {
  const share = (at.getTime() - startOfDay(at).getTime()) / (24 * HOUR);
  const thatDay = hoursAfter(london(`${dayOf(at)}T09:00`), 7.9 * Math.min(share, 1));
  const near = [0, -1, 1, -2, 2].map((days) => hoursAfter(thatDay, 24 * days));
  return near.find((other) => isWorkday(other) && other >= from && other < to) ?? at;
}

/** Ten in the morning of the working day after a day. */
export function nextWorkday(day: string): Date {
  const after = [1, 2, 3].map((days) => hoursAfter(london(`${day}T10:00`), 24 * days));
  return after.find(isWorkday) ?? london(`${day}T10:00`);
}
