import { type Audit, auditor, type Cell } from "./audit";
import { leastPossible, rounded, type Terms } from "./rules";
import type { Sum } from "./shape";

/** So many numbers are tried at a time when something more has to be hidden. */
const TRIED = 12;

/** Makes what judges who is exposed: `auditor`, unless a test puts something weaker in its place. */
type Auditor = (cells: readonly Cell[], sums: readonly Sum[], terms: Terms) => Audit;

/** A cell that was blunted, as it was before, and for which exposed one. */
type Step = { before: Cell; open: string };

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
  makeAudit: Auditor = auditor,
): { cells: Cell[] } | { stuck: string } {
  let now = [...cells];
  let audit = makeAudit(now, sums, terms);
  const steps = new Map<string, Step>();
  for (;;) {
    const open = audit.exposed();
    if (!open) return { cells: givenBack(now, audit, [...steps.values()]) };
    const next = choose(now, sums, open, terms, audit);
    if (!next) return { stuck: open.id };
    const before = cells.find(({ id }) => id === next.id) as Cell;
    steps.set(next.id, steps.get(next.id) ?? { before, open: open.id });
    now = now.map((cell) => (cell.id === next.id ? next : cell));
    audit = audit.with(next);
  }
}

/** What turns out to be safe after all is shown again, the largest first: each step can make an earlier one needless. */
function givenBack(blunt: readonly Cell[], safe: Audit, steps: readonly Step[]): Cell[] {
  let now = [...blunt];
  let audit = safe;
  for (const { before, open } of [...steps].sort((a, b) => (b.before.value ?? 0) - (a.before.value ?? 0))) {
    const then = audit.with(before);
    if (then.exposed(open)) continue;
    now = now.map((cell) => (cell.id === before.id ? before : cell));
    audit = then;
  }
  return now;
}

/** The cell whose blunting helps the exposed one most: enough at once if one does, and the smallest of those. */
function choose(now: readonly Cell[], sums: readonly Sum[], open: Cell, terms: Terms, audit: Audit) {
  const totals = new Set(sums.map(({ total }) => total));
  const enough = leastPossible(terms);
  const near = nearest(now, sums, open);
  const judged = (cells: readonly Cell[]) =>
    cells.flatMap((cell) => {
      const next = blunted(cell);
      if (!next) return [];
      // More than enough is no better than enough: then the smaller number goes.
      const width = Math.min(enough, audit.with(next).width(open.id));
      return [{ next, width, isTotal: totals.has(cell.id), size: cell.value ?? 0 }];
    });
  const order = (one: ReturnType<typeof judged>[number]) => [
    -one.width,
    one.next.sight === "rounded" ? 0 : 1,
    one.isTotal ? 1 : 0,
    one.size,
  ];
  // An exact number that becomes a rounded one is the mildest step: only where that is not enough the others are tried.
  const mild = judged(near.filter(({ sight }) => sight === "exact"));
  const isEnough = mild.some(({ width }) => width >= enough);
  const tried = isEnough ? mild : [...mild, ...judged(near.filter(({ sight }) => sight !== "exact"))];
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
