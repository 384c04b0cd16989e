/** A first and a last London day; the same for a single day. */
export type Span = { fromDay: string; toDay: string };

/** A date that a paper gives. */
export type SourcedDate = Span & { source: string; statedDay: string };

const DAY_MS = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** What a milestone's slip is worked out from. */
export type Slipping = { baselineTo: string; forecastTo: string | null; actualDay: string | null };

/**
 * How many days a milestone slips: the day it was reached, or else the end of its forecast, less the end of
 * its baseline. Below nought: early. Null while there is neither.
 */
export function slipOf({ baselineTo, forecastTo, actualDay }: Slipping): number | null {
  const end = actualDay ?? forecastTo;
  return end === null ? null : Math.round((noon(end) - noon(baselineTo)) / DAY_MS);
}

/** Of each source its newest date: a paper that is brought up to date replaces itself, and nothing else. */
export function newestBySource<T extends SourcedDate>(dates: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const one of dates) {
    const before = newest.get(one.source);
    if (!before || before.statedDay <= one.statedDay) newest.set(one.source, one);
  }
  return [...newest.values()];
}

/** True when two sources name times that have no day in common. Which one is right is not ours to say. */
export function isInConflict(dates: readonly SourcedDate[]): boolean {
  const newest = newestBySource(dates);
  return newest.some((a) => newest.some((b) => a.toDay < b.fromDay));
}

/** Which milestone needs which: pairs of ids. */
export type Need = { milestoneId: string; needsId: string };

/** True when a milestone that needed these would, by whatever way, need itself. */
export function wouldCircle(id: string, needed: readonly string[], needs: readonly Need[]): boolean {
  const seen = new Set<string>();
  const waiting = [...needed];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...needs.filter((one) => one.milestoneId === next).map((one) => one.needsId));
  }
  return false;
}

/** A time on the picture: where it begins and how wide it is, in per cent. */
export type Bar = { x: number; width: number };

/** The days that a picture of milestones spans: whole financial quarters around everything in it. */
export function frameOf(days: readonly string[]): Span {
  const sorted = [...days].sort();
  const [first = "2000-01-01", last = "2000-12-31"] = [sorted[0], sorted.at(-1)];
  return { fromDay: quarterStart(first, 0), toDay: quarterStart(last, 1) };
}

/** The first day of the quarter that a day lies in, or of one so many quarters later. */
export function quarterStart(day: string, later: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const from = Math.floor((month - 1) / 3) * 3 + later * 3;
  return new Date(Date.UTC(year, from, 1)).toISOString().slice(0, 10);
}

/** Where a time lies on the picture; never thinner than can be seen. */
export function barOf({ fromDay, toDay }: Span, frame: Span): Bar {
  const length = noon(frame.toDay) - noon(frame.fromDay);
  const x = ((noon(fromDay) - noon(frame.fromDay)) / length) * 100;
  const width = ((noon(toDay) + DAY_MS - noon(fromDay)) / length) * 100;
  return { x: round(x), width: round(Math.max(0.8, width)) };
}

const round = (n: number) => Math.round(n * 100) / 100;
