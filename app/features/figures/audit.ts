import { Islands } from "./islands";
import { hiddenSpan, leastPossible, SPREAD, type Terms } from "./rules";
import type { Sum } from "./shape";
import type { Box } from "./simplex";

/**
 * How much of a number anybody can see. `apart`: it is published nowhere, but the others lead to it (those
 * who came since the last edition). `unsaid`: it is published nowhere and need not stay unknown (those who left a
 * question out).
 */
export type Sight = "exact" | "rounded" | "few" | "kept" | "apart" | "unsaid";

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
  if (sight === "apart" || sight === "unsaid") return { low: 0, high: Number.POSITIVE_INFINITY };
  if (sight === "exact") return { low: count, high: count };
  if (!value) return { low: 0, high: 0 };
  return { low: Math.max(high + 1, value - SPREAD), high: value + SPREAD };
}

/** True for a number that has to stay unknown: a star, or 1 to 7 people who can only be worked out. */
function isGuarded({ sight, count }: Cell, terms: Terms): boolean {
  if (sight === "few") return true;
  return sight === "apart" && count >= 1 && count <= hiddenSpan(terms).high;
}

/** What somebody can work out of numbers that are sums of each other. */
export type Audit = {
  /** How many of the values of a star are still possible for a number. */
  width(id: string): number;
  /** A guarded number that somebody could work out, or null; `first` is tried before the others. */
  exposed(first?: string): Cell | null;
  /** The same when this cell is seen otherwise. */
  with(cell: Cell): Audit;
};

/** Makes the audit of some numbers, as the one who tries to work out the hidden ones sees them. */
export function auditor(cells: readonly Cell[], sums: readonly Sum[], terms: Terms): Audit {
  const places = new Map(cells.map(({ id }, at) => [id, at]));
  const place = (id: string): number => {
    const at = places.get(id);
    if (at === undefined) throw new Error(`There is no number called ${id}.`);
    return at;
  };
  const islands = new Islands(
    cells.map((cell) => boxOf(cell, terms)),
    sums.map(({ total, parts }) => ({ total: place(total), parts: parts.map(place) })),
  );
  return auditOf(cells, islands, terms, place);
}

function auditOf(
  cells: readonly Cell[],
  islands: Islands,
  terms: Terms,
  place: (id: string) => number,
): Audit {
  const span = hiddenSpan(terms);
  const enough = leastPossible(terms);
  const width = (id: string): number => {
    const { low, high } = islands.range(place(id), enough);
    return Math.min(high, span.high) - Math.max(low, Math.min(span.low, low)) + 1;
  };
  const isExposed = (cell: Cell) => isGuarded(cell, terms) && width(cell.id) < enough;
  return {
    width,
    exposed(first) {
      const tried = first === undefined ? undefined : cells[place(first)];
      return (tried && isExposed(tried) ? tried : cells.find(isExposed)) ?? null;
    },
    with(cell) {
      const at = place(cell.id);
      return auditOf(cells.with(at, cell), islands.with(at, boxOf(cell, terms), enough), terms, place);
    },
  };
}
