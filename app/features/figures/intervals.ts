/** The 97.5th percentile of the normal distribution: 95% lie between its two sides. */
const Z = 1.959963984540054;

/** Two ends, as shares of 1. */
export type Interval = readonly [low: number, high: number];

/** Wilson's 95% interval of a share (Wilson 1927), the ends between 0 and 1. */
export function wilson(part: number, of: number): Interval {
  const share = part / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Newcombe's 95% interval (1998, method 10) of the difference between two independent shares, the second less the first. */
export function newcombe(first: readonly [number, number], second: readonly [number, number]): Interval {
  const share = ([part, of]: readonly [number, number]) => part / of;
  const [a, b] = [share(first), share(second)];
  const [lowA, highA] = wilson(...first);
  const [lowB, highB] = wilson(...second);
  return [
    b - a - Math.sqrt((b - lowB) ** 2 + (highA - a) ** 2),
    b - a + Math.sqrt((highB - b) ** 2 + (a - lowA) ** 2),
  ];
}
