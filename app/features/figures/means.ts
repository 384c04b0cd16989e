import type { Mean } from "~/db/tables/figures";
import { passed, publishCount } from "./published";
import { hiddenSpan, ORDINARY, type Terms } from "./rules";

const oneDecimal = (value: number) => Math.round(10 * value) / 10;

/** A mean of what people said, to one decimal, and of how many; none of fewer than 8 (10) of them. */
export function publishMean(values: readonly number[], terms: Terms = ORDINARY): Mean {
  const sum = values.reduce((total, value) => total + value, 0);
  return middle(values, terms, sum / values.length);
}

/**
 * The middle of what people said, between the two in the middle of an even number; none of fewer than 8 (10).
 * Values come in the order in which they were said: those after the last full 8 (10) wait, so that it moves only
 * when that many more have answered, and nobody's answer can be told from the difference that it makes.
 */
export function publishMedian(values: readonly number[], terms: Terms = ORDINARY): Mean {
  const full = hiddenSpan(terms).high + 1;
  const counted = values.slice(0, Math.floor(values.length / full) * full).sort((a, b) => a - b);
  const at = (n: number) => counted[n] ?? Number.NaN;
  const last = counted.length - 1;
  return middle(values, terms, (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2);
}

function middle(values: readonly number[], terms: Terms, value: number): Mean {
  const people = publishCount(values.length, terms);
  return passed({ value: values.length > hiddenSpan(terms).high ? oneDecimal(value) : null, people });
}
