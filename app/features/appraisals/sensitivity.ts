/** A fraction, so that nothing is rounded before it is shown. */
export type Fraction = { num: number; den: number };

/** Means of one option in tenths (39 is 3.9), in the order of the criteria. */
export type Means = readonly number[];

/** A fraction as hundredths, the half rounded up as people do: 3.765 is 377. */
export function hundredths({ num, den }: Fraction): number {
  return Math.floor((200 * num + den) / (2 * den));
}

/** The mean of whole scores in tenths, the half rounded up; null of none. */
export function tenths(sum: number, people: number): number | null {
  return people > 0 ? Math.floor((20 * sum + people) / (2 * people)) : null;
}

/**
 * The weighted mean of an option: each mean times its weight, added up, divided by all weights. Worked out from the
 * means as they are published, to one decimal, so that anybody can do it again from the page.
 */
export function totalOf(means: Means, weights: readonly number[]): Fraction {
  const num = means.reduce((sum, mean, at) => sum + mean * (weights[at] ?? 0), 0);
  return { num, den: 10 * weights.reduce((sum, weight) => sum + weight, 0) };
}

/** The places in the list of the options whose totals, as shown, are the highest: one, or several that are level. */
export function leadersOf(options: readonly Means[], weights: readonly number[]): number[] {
  const totals = options.map((means) => hundredths(totalOf(means, weights)));
  const most = Math.max(...totals);
  return totals.flatMap((total, at) => (total === most ? [at] : []));
}

/** From which weight of a criterion to which its leader stays in the lead, and which option leads beyond. */
export type Span = { low: number; high: number; below: number | null; above: number | null };

/**
 * The weights from 0 to 100 of one criterion under which `leader` is not beaten, when the others keep their proportions
 * and share the rest. In closed form: with the weight t, S the other weights together, m the mean by this criterion and
 * Q the others' weighted sum, an option's total is (t·m·S + (100 − t)·Q) / (1000·S); the difference between two options
 * is a straight line in t, with one root.
 */
export function spanOf(
  options: readonly Means[],
  weights: readonly number[],
  { criterion, leader }: { criterion: number; leader: number },
): Span {
  const others = weights.reduce((sum, weight, at) => (at === criterion ? sum : sum + weight), 0);
  const rest = (means: Means) =>
    means.reduce((sum, mean, at) => (at === criterion ? sum : sum + mean * (weights[at] ?? 0)), 0);
  const own = options[leader] ?? [];
  const span: Span = { low: 0, high: 100, below: null, above: null };
  for (const [at, means] of options.entries()) {
    if (at === leader) continue;
    const gap = rest(own) - rest(means);
    const slope = others * ((own[criterion] ?? 0) - (means[criterion] ?? 0)) - gap;
    if (slope === 0) continue;
    const root = (-100 * gap) / slope;
    if (slope > 0 && root > span.low) Object.assign(span, { low: root, below: at });
    if (slope < 0 && root < span.high) Object.assign(span, { high: root, above: at });
  }
  return span;
}

/** A weight as it is shown, to one decimal, moved inwards: within what is shown the leader is never beaten. */
export function inwards({ low, high }: Span): { low: number; high: number } {
  const nearly = 1e-9;
  return { low: Math.max(0, Math.ceil(10 * low - nearly) / 10), high: Math.floor(10 * high + nearly) / 10 };
}
