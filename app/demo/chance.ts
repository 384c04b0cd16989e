import { createHash } from "node:crypto";

/** A row of throws that looks like chance and comes out the same in every load. */
export type Chance = {
  /** From 0 up to, but not including, 1. */
  next(): number;
  /** True so many times in a hundred. */
  percent(times: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
};

/** A SHA-256 is eight numbers of four bytes. */
const THROWS_IN_A_HASH = 8;

/** The row of a name: the same name always gives the same throws, and names do not disturb each other. */
export function chance(name: string): Chance {
  let thrown = 0;
  let hash = Buffer.alloc(0);

  function next(): number {
    const place = thrown % THROWS_IN_A_HASH;
    if (place === 0) hash = createHash("sha256").update(`${name}\n${thrown}`).digest();
    thrown += 1;
    return hash.readUInt32BE(4 * place) / 2 ** 32;
  }

  function pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error(`There is nothing to pick from for ${name}.`);
    return found;
  }

  return {
    next,
    percent: (times) => next() * 100 < times,
    pick,
    shuffled: (list) =>
      list
        .map((one) => ({ one, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one),
  };
}
