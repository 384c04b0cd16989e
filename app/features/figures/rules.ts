/** How small numbers of people are hidden and larger ones rounded. */
export const RULES = ["nhs_1_7_r5", "ons_10_5"] as const;

/** One of them: `nhs_1_7_r5` after hospital statistics, `ons_10_5` for what is more delicate or smaller. */
export type Rule = (typeof RULES)[number];

/** The rule wherever none is named. */
export const DEFAULT_RULE: Rule = "nhs_1_7_r5";

/** Counts from 1 to this many are hidden under each rule. */
export const HIDDEN_TO: Readonly<Record<Rule, number>> = { nhs_1_7_r5: 7, ons_10_5: 9 };

/** Whatever is shown is a multiple of this. */
export const NEAREST = 5;
/** Half of `NEAREST`, downwards: a shown 15 was 13, 14, 15, 16 or 17. */
export const SPREAD = 2;
/** So many of the values that a hidden number can have may be ruled out by everything else that is published. */
const MAY_BE_RULED_OUT = 2;

/** Percentages of fewer people than this say more about each of them than about all. */
export const LEAST_FOR_PERCENT = 30;
/** From this many people on, and with enough on either side, a figure about everybody may be exact. */
export const LEAST_FOR_TOPLINE = 100;
/** Who took part is compared with who lives here from so many known answers on. */
export const LEAST_TO_COMPARE = 50;

/** Which rule, and whether a nought tells something too: then 0 is hidden like the small numbers. */
export type Terms = { rule: Rule; sensitive: boolean };

/** The ordinary terms: the hospital rule, and 0 is shown. */
export const ORDINARY: Terms = { rule: DEFAULT_RULE, sensitive: false };

/** The least and the largest number that a star stands for. */
export function hiddenSpan({ rule, sensitive }: Terms): { low: number; high: number } {
  return { low: sensitive ? 0 : 1, high: HIDDEN_TO[rule] };
}

/** True for a number that becomes a star. Throws for what is no count of people. */
export function isFew(count: number, terms: Terms): boolean {
  if (!Number.isInteger(count) || count < 0) throw new Error("Only a count of people passes the gate.");
  const { low, high } = hiddenSpan(terms);
  return count >= low && count <= high;
}

/** A number to the nearest 5. */
export function rounded(count: number): number {
  return Math.round(count / NEAREST) * NEAREST;
}

/** How many of the values of a star must stay possible: 5 of 1 to 7 under the hospital rule. */
export function leastPossible(terms: Terms): number {
  const { low, high } = hiddenSpan(terms);
  return high - low + 1 - MAY_BE_RULED_OUT;
}
