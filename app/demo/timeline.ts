import type { Actor } from "~/platform/actor";
import type { Ctx } from "~/platform/context.server";
import { instantOf, wallOf } from "~/platform/london";
import type { Chance } from "./chance";

/** Something that somebody did at a moment: a verb, called with `now` set to it. */
export type Act = { at: Date; run(ctx: Ctx): Promise<unknown> };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Does all of it in the order of time, whichever room it came from; at one moment in the order of the list. */
export async function perform(ctx: Ctx, acts: readonly Act[]): Promise<void> {
  const inOrder = [...acts].sort((a, b) => a.at.getTime() - b.at.getTime());
  for (const act of inOrder) await act.run({ ...ctx, now: act.at });
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
    return byDay(luck, new Date(from.getTime() + thick * span), to);
  });
  return moments.sort((a, b) => a.getTime() - b.getTime());
}

/** A moment at night becomes one of the next morning, still before `end`. */
function byDay(luck: Chance, at: Date, end: Date): Date {
  const asleep = Number(wallOf(at).slice(11, 13)) < 7;
  const awake = asleep ? hoursAfter(at, 7) : at;
  return awake < end ? awake : new Date(end.getTime() - Math.ceil(luck.next() * 30) * MINUTE);
}
