import { LEVELS } from "./rules";

/** How many people chose each level. */
export type Tally = readonly { level: number; n: number }[];

/** What people who took part said: how many, and the middle answer; 4.5 lies between two steps. */
export type Said = { n: number; median: number | null };

/** What each of them chose, the lowest first. */
function answersIn(tally: Tally): number[] {
  return LEVELS.flatMap((level) =>
    Array.from({ length: tally.find((one) => one.level === level)?.n ?? 0 }, () => level as number),
  );
}

/** The middle of what people said. With an even number of answers it may lie half-way. For staff alone. */
export function medianOf(tally: Tally): Said {
  const answers = answersIn(tally);
  const n = answers.length;
  const low = answers[Math.floor((n - 1) / 2)];
  const high = answers[Math.floor(n / 2)];
  return { n, median: low === undefined || high === undefined ? null : (low + high) / 2 };
}
