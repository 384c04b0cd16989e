/** Somebody who answered: what only they wrote, and when they pressed the last button, in milliseconds. */
export type Came = { words: string; at: number };

/** A row of a full copy: its table and its values. */
export type Row = { table: string; values: Record<string, unknown> };

const UUID_7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gi;
const ISO = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?/g;
const NUMBER = /(?<![\d.])1[5-9]\d{8,11}(?![\d])/g;

/** Every moment that a value can be read as: dates, ids that hold their moment, seconds and milliseconds. */
export function momentsIn(value: unknown): number[] {
  if (value instanceof Date) return [value.getTime()];
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  const ids = [...text.matchAll(UUID_7)].map(([id]) =>
    Number.parseInt(id.replace(/-/g, "").slice(0, 12), 16),
  );
  const dates = [...text.matchAll(ISO)].map(([date]) => Date.parse(date.endsWith("Z") ? date : `${date}Z`));
  const numbers = [...text.matchAll(NUMBER)].map(([digits]) =>
    digits.length > 11 ? Number(digits) : Number(digits) * 1000,
  );
  return [...ids, ...dates, ...numbers].filter(Number.isFinite);
}

/** Values in a copy that say a moment while people were answering, finer than a day. */
export function momentsWhile(rows: readonly Row[], from: number, to: number) {
  return rows.flatMap(({ table, values }) =>
    Object.entries(values).flatMap(([column, value]) =>
      momentsIn(value)
        .filter((moment) => moment >= from && moment <= to)
        .map((moment) => ({ table, column, moment })),
    ),
  );
}

/** How far two orders are alike (Spearman): 1 the same, -1 the reverse, near 0 nothing to do with each other. */
export function likeness(order: readonly number[]): number {
  const sorted = [...order].sort((a, b) => a - b);
  const ranks = order.map((one) => sorted.indexOf(one));
  const n = order.length;
  const squares = ranks.reduce((sum, rank, at) => sum + (rank - at) ** 2, 0);
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/**
 * How unlikely chance alone makes orders, in standard deviations: among people who came one after the other, `group`
 * at a time, the first group only `first` of them. Chance goes beyond 4.5 once in 150,000 times.
 */
export function surprise(
  orders: readonly (readonly number[])[],
  group = Number.POSITIVE_INFINITY,
  first = group,
): number {
  const groupOf = (came: number) => (came < first ? 0 : 1 + Math.floor((came - first) / group));
  let [sum, weight] = [0, 0];
  for (const order of orders) {
    for (const one of new Set(order.map(groupOf))) {
      const part = order.filter((came) => groupOf(came) === one);
      if (part.length < 3) continue;
      // Spearman's coefficient of n has the variance 1 / (n - 1) when the order is chance.
      sum += likeness(part) * (part.length - 1);
      weight += part.length - 1;
    }
  }
  return weight === 0 ? 0 : Math.abs(sum) / Math.sqrt(weight);
}

/** Beyond this it is not chance. */
export const NOT_CHANCE = 4.5;

/** In which order people's words stand in a file of bytes, each at its first place. */
export function orderInBytes(bytes: Buffer, people: readonly Came[]): number[] {
  return people
    .map(({ words }, came) => ({ came, at: bytes.indexOf(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ came }) => came);
}
