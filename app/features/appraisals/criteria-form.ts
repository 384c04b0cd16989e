import type { Typed } from "~/ui/typed";
import { KINDS, type Kind, MOST_CRITERIA, typedAs } from "./rules";

/** A criterion as it is typed. */
export type CriterionTyped = { label: string; description: string; weight: number };

/** The criteria of a form, and the weights that kinds of appraiser would have chosen. */
export type CriteriaTyped = { criteria: CriterionTyped[]; kinds: { kind: Kind; weights: number[] }[] };

/** What each kind is called on staff pages. */
export const KIND_WORDS: Record<Kind, string> = {
  resident: "Residents",
  voluntary: "Voluntary sector",
  staff: "Staff",
};

/** A weight as typed: a whole number from 1 to 99; null for anything else. */
export function weightIn(text: string): number | null {
  return /^[1-9]\d?$/.test(text.trim()) ? Number(text) : null;
}

const sumOf = (weights: readonly number[]) => weights.reduce((sum, weight) => sum + weight, 0);

/**
 * Reads the form of criteria: in each line a name, what it means and a weight, and beside it what each kind would have
 * given it. Empty lines are left out. Weights have to add up to 100; a kind has weights for all criteria or for none.
 */
export function criteriaIn(
  typed: Typed,
): { ok: true; value: CriteriaTyped } | { ok: false; fields: Record<string, string[]> } {
  const fields: Record<string, string[]> = {};
  const rows = Array.from({ length: MOST_CRITERIA }, (_, at) => at + 1).filter((n) =>
    ["label", "description", "weight"].some((name) => typedAs(typed, `${name}-${n}`).trim() !== ""),
  );
  const criteria = rows.map((n) => {
    const label = typedAs(typed, `label-${n}`).replace(/\s+/g, " ").trim();
    const description = typedAs(typed, `description-${n}`).trim();
    const weight = weightIn(typedAs(typed, `weight-${n}`));
    if (label === "" || label.length > 60) fields[`label-${n}`] = ["Enter a name of 60 characters or fewer"];
    if (description === "" || description.length > 400)
      fields[`description-${n}`] = ["Say what it means, in 400 characters or fewer"];
    if (weight === null) fields[`weight-${n}`] = ["Enter a whole number from 1 to 99"];
    return { label, description, weight: weight ?? 0 };
  });
  if (rows.length < 2) fields["label-1"] = ["Enter two criteria or more"];
  const sum = sumOf(criteria.map(({ weight }) => weight));
  if (Object.keys(fields).length === 0 && sum !== 100)
    fields["weight-1"] = [`The weights add up to ${sum}: they have to make 100`];
  const kinds = KINDS.flatMap((kind) => {
    const given = rows.map((n) => typedAs(typed, `${kind}-${n}`).trim());
    if (given.every((text) => text === "")) return [];
    const weights = given.map(weightIn);
    const whole = weights.filter((weight) => weight !== null);
    const first = `${kind}-${rows[0] ?? 1}`;
    if (whole.length < weights.length)
      fields[first] = [`${KIND_WORDS[kind]}: enter a weight for each criterion, or for none`];
    else if (sumOf(whole) !== 100)
      fields[first] = [`${KIND_WORDS[kind]}: these add up to ${sumOf(whole)}, and have to make 100`];
    return [{ kind, weights: whole }];
  });
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, value: { criteria, kinds } };
}

/** Weights alone, for criteria that stay; the names of the fields are `weight-1` and so on. */
export function weightsIn(
  typed: Typed,
  count: number,
): { ok: true; weights: number[] } | { ok: false; fields: Record<string, string[]> } {
  const fields: Record<string, string[]> = {};
  const weights = Array.from({ length: count }, (_, at) => {
    const weight = weightIn(typedAs(typed, `weight-${at + 1}`));
    if (weight === null) fields[`weight-${at + 1}`] = ["Enter a whole number from 1 to 99"];
    return weight ?? 0;
  });
  if (Object.keys(fields).length === 0 && sumOf(weights) !== 100)
    fields["weight-1"] = [`The weights add up to ${sumOf(weights)}: they have to make 100`];
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, weights };
}
