import { randomBytes, randomInt } from "node:crypto";

/** The same things in a random order (Fisher and Yates, with the system's randomness). */
export function shuffled<T>(things: readonly T[]): T[] {
  const list = [...things];
  for (let n = list.length - 1; n > 0; n -= 1) {
    const other = randomInt(n + 1);
    const [a, b] = [list[n], list[other]] as [T, T];
    list[n] = b;
    list[other] = a;
  }
  return list;
}

const BLOCK = 8192;

/** The text with spaces up to a whole block, so that its length tells little about what was added. */
export const padded = (text: string) => text.padEnd(Math.ceil(text.length / BLOCK) * BLOCK);

/** A random number of 52 bits, for rows whose ids must not tell in which order they came. */
export function randomId(): number {
  return Number(BigInt(`0x${randomBytes(7).toString("hex")}`) >> 4n) + 1;
}
