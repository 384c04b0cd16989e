import { hiddenSpan, leastPossible, SPREAD, type Terms } from "./rules";
import type { Sum } from "./shape";
import { type Box, Possible } from "./simplex";

/**
 * How much of a number anybody can see. `apart`: it is published nowhere, but the others lead to it (those
 * who left a question out, or who came since the last edition).
 */
export type Sight = "exact" | "rounded" | "few" | "kept" | "apart";

/** A number of people among others: its true count, what is seen of it, and whether that can still be changed. */
export type Cell = {
  readonly id: string;
  readonly count: number;
  readonly sight: Sight;
  /** The number that is shown, where one is. */
  readonly value: number | null;
  /** Published before, so that it can't be hidden any more. */
  readonly isOut: boolean;
};

/** What somebody who knows the rule, and which stars are small numbers, knows of one number by itself. */
export function boxOf({ sight, value, count }: Cell, terms: Terms): Box {
  const { high } = hiddenSpan(terms);
  if (sight === "few") return hiddenSpan(terms);
  if (sight === "kept") return { low: high + 1, high: Number.POSITIVE_INFINITY };
  if (sight === "apart") return { low: 0, high: Number.POSITIVE_INFINITY };
  if (sight === "exact") return { low: count, high: count };
  if (!value) return { low: 0, high: 0 };
  return { low: Math.max(high + 1, value - SPREAD), high: value + SPREAD };
}

/** True for a number that has to stay unknown: a star, or 1 to 7 people who can only be worked out. */
function isGuarded({ sight, count }: Cell, terms: Terms): boolean {
  if (sight === "few") return true;
  return sight === "apart" && count >= 1 && count <= hiddenSpan(terms).high;
}

/** Numbers that are sums of each other, as the one who tries to work out the hidden ones sees them. */
export function auditor(cells: readonly Cell[], sums: readonly Sum[], terms: Terms) {
  const places = new Map(cells.map(({ id }, at) => [id, at]));
  const place = (id: string): number => {
    const at = places.get(id);
    if (at === undefined) throw new Error(`There is no number called ${id}.`);
    return at;
  };
  const possible = new Possible(
    cells.map((cell) => boxOf(cell, terms)),
    sums.map(({ total, parts }) => ({ total: place(total), parts: parts.map(place) })),
  );
  const span = hiddenSpan(terms);
  const enough = leastPossible(terms);
  /** How many of the values of a star are still possible for a number. */
  const width = (id: string): number => {
    const { low, high } = possible.range(place(id), enough);
    return Math.min(high, span.high) - Math.max(low, Math.min(span.low, low)) + 1;
  };
  return {
    width,
    /** The guarded numbers that somebody could work out, in the order of the cells. */
    exposed: () => cells.filter((cell) => isGuarded(cell, terms) && width(cell.id) < enough),
    isSafe: (id: string) => width(id) >= enough,
  };
}
