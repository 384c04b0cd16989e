import { auditor, type Cell } from "./audit";
import { leastPossible, rounded, type Terms } from "./rules";
import type { Sum } from "./shape";

/** So many numbers are tried at a time when something more has to be hidden. */
const TRIED = 12;

/** Works out who is exposed: `auditor`, unless a test puts nothing in its place. */
type Audit = typeof auditor;

/**
 * The same cells with as much hidden as it takes: until nobody can work out a star, or 1 to 7 people between
 * two published numbers, from everything that is seen. Null when even hiding all that can be hidden is not
 * enough; `stuck` then names a number that could be worked out. What is chosen depends on published numbers
 * only, never on what lies behind them.
 */
export function protect(
  cells: readonly Cell[],
  sums: readonly Sum[],
  terms: Terms,
  audit: Audit = auditor,
): { cells: Cell[] } | { stuck: string } {
  let now = [...cells];
  for (;;) {
    const open = audit(now, sums, terms).exposed()[0];
    if (!open) return { cells: givenBack(now, cells, sums, terms, audit) };
    const next = choose(now, sums, open, terms, audit);
    if (!next) return { stuck: open.id };
    now = now.map((cell) => (cell.id === next.id ? next : cell));
  }
}

/** What turns out to be safe after all is shown again: each step can make an earlier one needless. */
function givenBack(
  blunt: readonly Cell[],
  first: readonly Cell[],
  sums: readonly Sum[],
  terms: Terms,
  audit: Audit,
): Cell[] {
  const changed = first.filter((cell, at) => cell.sight !== blunt[at]?.sight);
  let now = [...blunt];
  for (const cell of changed.sort((a, b) => (b.value ?? 0) - (a.value ?? 0))) {
    const then = now.map((one) => (one.id === cell.id ? cell : one));
    if (audit(then, sums, terms).exposed().length === 0) now = then;
  }
  return now;
}

/** The cell whose blunting helps the exposed one most: enough at once if one does, and the smallest of those. */
function choose(now: readonly Cell[], sums: readonly Sum[], open: Cell, terms: Terms, audit: Audit) {
  const totals = new Set(sums.map(({ total }) => total));
  const tried = nearest(now, sums, open).flatMap((cell) => {
    const next = blunted(cell);
    if (!next) return [];
    const then = now.map((one) => (one.id === next.id ? next : one));
    // More than enough is no better than enough: then the smaller number goes.
    const width = Math.min(leastPossible(terms), audit(then, sums, terms).width(open.id));
    return [{ next, width, isTotal: totals.has(cell.id), size: cell.value ?? 0 }];
  });
  const order = (one: (typeof tried)[number]) => [
    -one.width,
    one.next.sight === "rounded" ? 0 : 1,
    one.isTotal ? 1 : 0,
    one.size,
  ];
  tried.sort((a, b) => firstDifference(order(a), order(b)));
  return tried[0]?.next ?? null;
}

/** One step less to see: exact, rounded, kept back. Null when there is nothing to take away. */
function blunted(cell: Cell): Cell | null {
  if (cell.isOut) return null;
  if (cell.sight === "exact") return { ...cell, sight: "rounded", value: rounded(cell.count) };
  if (cell.sight === "rounded" && cell.value) return { ...cell, sight: "kept", value: null };
  return null;
}

/** Shown cells in the sums of a cell, then in the sums of hidden ones beside it, the smallest first, some at a time. */
function nearest(now: readonly Cell[], sums: readonly Sum[], open: Cell): Cell[] {
  const byId = new Map(now.map((cell) => [cell.id, cell]));
  const reached = new Set([open.id]);
  let ring = [open.id];
  while (ring.length > 0) {
    const beside = sums
      .map(({ total, parts }) => [total, ...parts])
      .filter((ids) => ids.some((id) => ring.includes(id)))
      .flat();
    const fresh = [...new Set(beside)].filter((id) => !reached.has(id));
    for (const id of fresh) reached.add(id);
    const found = fresh.flatMap((id) => byId.get(id) ?? []).filter((cell) => blunted(cell));
    if (found.length > 0) return found.sort((a, b) => (a.value ?? 0) - (b.value ?? 0)).slice(0, TRIED);
    ring = fresh;
  }
  return [];
}

const firstDifference = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((one, n) => one !== b[n]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};
