import { publishMedian } from "~/features/figures/gate";
import { LEVELS } from "./rules";

/** How many people chose each level. */
export type Tally = readonly { level: number; n: number }[];

/** What people who took part said: how many, and the middle answer; 4.5 lies between two steps. */
export type Said = { n: number; median: number | null };

/** The middle of what people said. With an even number of answers it may lie half-way. */
export function medianOf(tally: Tally): Said {
  const answers = LEVELS.flatMap((level) =>
    Array.from({ length: tally.find((one) => one.level === level)?.n ?? 0 }, () => level as number),
  );
  const n = answers.length;
  const low = answers[Math.floor((n - 1) / 2)];
  const high = answers[Math.floor(n / 2)];
  return { n, median: low === undefined || high === undefined ? null : (low + high) / 2 };
}

/** What the public is shown of it: nothing, that too few have said, or the middle answer. */
export type Shown = "nothing" | "few" | number;

/** Answers in the order in which they came, as the gate lets them out. */
export function shownOf(answers: readonly number[]): Shown {
  return answers.length === 0 ? "nothing" : (publishMedian(answers) ?? "few");
}
