import type { AppraisalResult, ShownCount } from "~/db/tables/appraisals";
import { letterOf } from "./rules";
import { hundredths, inwards, leadersOf, type Means, type Span, spanOf, totalOf } from "./sensitivity";

/** Totals of all options under some weights, in hundredths, and which lead. Null where too few scored an option. */
export type Weighed = { weights: readonly number[]; totals: (number | null)[]; leaders: number[] };

/** For one criterion: the agreed weight, and from where to where it could lie without another option taking the lead. */
export type Holding = Span & { label: string; weight: number };

/** Everything that follows from a published result. Options are meant by their place in the list. */
export type Findings = {
  agreed: Weighed;
  equal: Weighed;
  byKind: { kind: string; weighed: Weighed }[];
  /** Empty where several lead. */
  holds: Holding[];
  /** Which have most first choices; none where that can't be told. */
  preferred: number[];
  /** True when the one that most people chose first is not among those with the highest total. */
  differ: boolean;
  groups: { kinds: string[]; people: number; weighed: Weighed }[];
};

/** Works out what follows from a published result and the weights that kinds of appraiser would have chosen. */
export function findingsOf(
  result: AppraisalResult,
  kindWeights: readonly { kind: string; weights: readonly number[] }[],
): Findings {
  const weights = result.criteria.map(({ weight }) => weight);
  const means = result.options.map(({ cells }) => cells.map(({ mean }) => mean));
  const agreed = weigh(means, weights);
  const preferred = mostChosen(result.options.map(({ first }) => first));
  return {
    agreed,
    equal: weigh(
      means,
      weights.map(() => 1),
    ),
    byKind: kindWeights.map(({ kind, weights }) => ({ kind, weighed: weigh(means, weights) })),
    holds: holdsOf(result, means, agreed),
    preferred,
    differ: preferred.length > 0 && !preferred.some((at) => agreed.leaders.includes(at)),
    groups: result.groups.map((group) => ({
      kinds: group.kinds,
      people: group.people,
      weighed: weigh(group.means, weights),
    })),
  };
}

type Row = readonly (number | null)[];
const isWhole = (row: Row): row is Means => row.every((mean) => mean !== null);

function weigh(rows: readonly Row[], weights: readonly number[]): Weighed {
  const places = rows.flatMap((row, at) => (isWhole(row) ? [at] : []));
  const whole = rows.filter(isWhole);
  return {
    weights,
    totals: rows.map((row) => (isWhole(row) ? hundredths(totalOf(row, weights)) : null)),
    leaders: whole.length > 0 ? leadersOf(whole, weights).map((at) => places[at] ?? at) : [],
  };
}

function holdsOf({ criteria }: AppraisalResult, rows: readonly Row[], agreed: Weighed): Holding[] {
  const [leader] = agreed.leaders;
  if (agreed.leaders.length !== 1 || leader === undefined) return [];
  const places = rows.flatMap((row, at) => (isWhole(row) ? [at] : []));
  const whole = rows.filter(isWhole);
  const back = (at: number | null) => (at === null ? null : (places[at] ?? at));
  return criteria.map(({ label, weight }, criterion) => {
    const span = spanOf(whole, agreed.weights, { criterion, leader: places.indexOf(leader) });
    return { ...span, ...inwards(span), below: back(span.below), above: back(span.above), label, weight };
  });
}

/** Which numbers are the highest; none where one that is hidden could be higher. */
function mostChosen(firsts: readonly ShownCount[]): number[] {
  const most = Math.max(0, ...firsts.map(({ value }) => value ?? 0));
  if (most === 0 || firsts.some(({ text }) => text === "**")) return [];
  return firsts.flatMap(({ value }, at) => (value === most ? [at] : []));
}

/** "3.77" of 377. */
export function decimal(value: number | null, places: 1 | 2): string | null {
  return value === null ? null : (value / (places === 1 ? 10 : 100)).toFixed(places);
}

/** The sum by which a total can be worked out again: "3.9 × 25 + … = 376.5", and what it is divided by. */
export function sumOf(result: AppraisalResult, option: number): string | null {
  const cells = result.options[option]?.cells ?? [];
  const row = cells.map(({ mean }) => mean);
  if (!isWhole(row)) return null;
  const weights = result.criteria.map(({ weight }) => weight);
  const { num, den } = totalOf(row, weights);
  const parts = row.map((mean, at) => `${decimal(mean, 1)} × ${weights[at]}`).join(" + ");
  return `${parts} = ${num / 10}; ${num / 10} ÷ ${den / 10} = ${num / den}`;
}

/** An option's letter by its place in the list. */
export const letterAt = (at: number): string => letterOf(at + 1);
