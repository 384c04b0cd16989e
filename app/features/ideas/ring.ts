import { createHash } from "node:crypto";
import { startOfDay } from "~/platform/london";

const RING = 2 ** 31;

/** An idea's place in the ring that lists go round: drawn from its id, so that nobody chooses it. */
export function lotOf(id: string): number {
  return createHash("sha256").update(`lot\n${id}`).digest().readUInt32BE(0) % RING;
}

/** How many pages a list has moved on since the first day of 2020, in London. */
export function daysOn(now: Date): number {
  return Math.round((startOfDay(now).getTime() - Date.UTC(2020, 0, 1)) / 86_400_000);
}
