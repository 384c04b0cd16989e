/** A point of the picture. */
export type Point = readonly [x: number, y: number];

/** Numbers from 0 up to 1 that look like chance and come out the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ROUNDS = 300;
const STILL = 1e-12;

const lengthOf = (vector: readonly number[]) => Math.hypot(...vector);
const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, one, n) => sum + one * (b[n] ?? 0), 0);

/**
 * The direction in which rows (centred, each as long as the others) differ most: power iteration from a start
 * that the seed gives, at right angles to the directions found before. All noughts where rows do not differ.
 */
function directionOf(rows: readonly number[][], seed: number, before: readonly number[][]): number[] {
  const width = rows[0]?.length ?? 0;
  const chance = seeded(seed);
  let at = Array.from({ length: width }, () => chance() - 0.5);
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = Array.from({ length: width }, () => 0);
    for (const row of rows) {
      const along = dot(row, at);
      for (let n = 0; n < width; n += 1) next[n] = (next[n] ?? 0) + along * (row[n] ?? 0);
    }
    for (const other of before) {
      const along = dot(next, other);
      for (let n = 0; n < width; n += 1) next[n] = (next[n] ?? 0) - along * (other[n] ?? 0);
    }
    const length = lengthOf(next);
    if (length < STILL) return next.map(() => 0);
    const turned = next.map((one) => one / length);
    const moved = lengthOf(turned.map((one, n) => one - (at[n] ?? 0)));
    at = turned;
    if (moved < STILL) break;
  }
  return at;
}

/** Each row as a point along the two directions in which rows differ most. Which end is which follows from the rows. */
export function pointsOf(rows: readonly number[][], seed: number): Point[] {
  const first = directionOf(rows, seed, []);
  const second = directionOf(rows, seed + 1, [first]);
  const [xs, ys] = [first, second].map((direction) => {
    const along = rows.map((row) => dot(row, direction));
    // A direction can come out either way round: the longer tail lies to the right.
    const lean = along.reduce((sum, one) => sum + one ** 3, 0);
    return lean < 0 ? along.map((one) => -one) : along;
  });
  return rows.map((_, n) => [xs?.[n] ?? 0, ys?.[n] ?? 0] as const);
}

const apart = (a: Point, b: Point) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;

/** The middle of some points. */
export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], point) => [x + point[0], y + point[1]], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** Which of the middles lies nearest; of two alike the first. */
export function nearest(point: Point, middles: readonly Point[]): number {
  const far = middles.map((middle) => apart(point, middle));
  return far.indexOf(Math.min(...far));
}

const STARTS = 12;
const STEPS = 60;

/** Points in `k` groups (k-means, from several seeded starts, the tightest of them): the group of each point. */
export function groupedIn(points: readonly Point[], k: number, seed: number): number[] {
  const chance = seeded(seed);
  let best: { groups: number[]; loose: number } = {
    groups: points.map(() => 0),
    loose: Number.POSITIVE_INFINITY,
  };
  for (let start = 0; start < STARTS; start += 1) {
    const found = settled(points, startOf(points, k, chance));
    if (found.loose < best.loose - 1e-9) best = found;
  }
  return best.groups;
}

/** Middles to begin with: the first by chance, each further one rather far from those before (k-means++). */
function startOf(points: readonly Point[], k: number, chance: () => number): Point[] {
  const middles: Point[] = [points[Math.floor(chance() * points.length)] ?? [0, 0]];
  while (middles.length < k) {
    const far = points.map((point) => Math.min(...middles.map((middle) => apart(point, middle))));
    let left = chance() * far.reduce((sum, one) => sum + one, 0);
    const chosen = far.findIndex((one) => {
      left -= one;
      return left < 0;
    });
    middles.push(points[Math.max(0, chosen)] ?? [0, 0]);
  }
  return middles;
}

function settled(points: readonly Point[], start: readonly Point[]): { groups: number[]; loose: number } {
  let middles = [...start];
  let groups = points.map((point) => nearest(point, middles));
  for (let step = 0; step < STEPS; step += 1) {
    middles = middles.map((middle, group) => {
      const own = points.filter((_, n) => groups[n] === group);
      return own.length > 0 ? middleOf(own) : middle;
    });
    const next = points.map((point) => nearest(point, middles));
    if (next.every((group, n) => group === groups[n])) break;
    groups = next;
  }
  const loose = points.reduce((sum, point, n) => sum + apart(point, middles[groups[n] ?? 0] ?? [0, 0]), 0);
  return { groups, loose };
}

/** More points than this are judged by so many of them, evenly spread. */
const JUDGED = 600;

/** How clearly groups lie apart, from -1 to 1: the mean silhouette (Rousseeuw 1987). 0 for a single group. */
export function silhouetteOf(points: readonly Point[], groups: readonly number[]): number {
  const pace = Math.max(1, points.length / JUDGED);
  const judged = Array.from({ length: Math.min(points.length, JUDGED) }, (_, n) => Math.floor(n * pace));
  const scores = judged.map((n) => {
    const sums = new Map<number, { far: number; count: number }>();
    for (const other of judged) {
      if (other === n) continue;
      const group = groups[other] ?? 0;
      const { far, count } = sums.get(group) ?? { far: 0, count: 0 };
      const between = Math.sqrt(apart(points[n] ?? [0, 0], points[other] ?? [0, 0]));
      sums.set(group, { far: far + between, count: count + 1 });
    }
    const own = sums.get(groups[n] ?? 0);
    const others = [...sums]
      .filter(([group]) => group !== groups[n])
      .map(([, { far, count }]) => far / count);
    if (!own || others.length === 0) return 0;
    const inside = own.far / own.count;
    const outside = Math.min(...others);
    const most = Math.max(inside, outside);
    return most === 0 ? 0 : (outside - inside) / most;
  });
  return scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length);
}
