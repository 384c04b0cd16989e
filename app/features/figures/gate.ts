/** Counts of people from 1 to this many are hidden (rule `nhs_1_7_r5`, after the method of hospital statistics). */
export const HIDDEN_TO = 7;
const NEAREST = 5;
/** Half of `NEAREST`, downwards: a shown 15 was 13, 14, 15, 16 or 17. */
const SPREAD = 2;
/** So many of the values 1 to 7 must stay possible for a hidden number, whatever else is published. */
const LEAST_POSSIBLE = 5;
/** Percentages of fewer people than this say more about each of them than about all. */
const LEAST_FOR_PERCENT = 30;
/** From this many people on, and with more than 7 on either side, true counts are safe. */
const LEAST_FOR_TOPLINE = 100;

/** A count that has passed the gate: its text, and its number where it has one. */
export type Published = { text: string; value: number | null };

const HIDDEN: Published = { text: "*", value: null };

/** A count of people as it may be published: 0, `*` for 1 to 7, else the nearest 5. Throws for no count. */
export function publishCount(count: number): Published {
  if (!Number.isInteger(count) || count < 0) throw new Error("Only a count of people passes the gate.");
  if (count > 0 && count <= HIDDEN_TO) return HIDDEN;
  const value = Math.round(count / NEAREST) * NEAREST;
  return { text: value.toLocaleString("en-GB"), value };
}

/** Counts of people and their total, published together. */
export type PublishedTable = { cells: Published[]; total: Published };

/**
 * Counts that add up to a total, as they may be published side by side; null when no way of hiding is
 * enough. Beside counts of 1 to 7, the smallest others are hidden until nobody can work one out by
 * subtraction.
 */
export function publishTable(counts: readonly number[]): PublishedTable | null {
  const cells = counts.map(publishCount);
  const total = publishCount(counts.reduce((sum, count) => sum + count, 0));
  // Once a larger number is a star too, no star says "7 at most" any more.
  let starsAreFew = true;
  while (isOpen(cells, total, starsAreFew)) {
    const next = smallestShown(cells);
    if (next < 0) return null;
    cells[next] = HIDDEN;
    starsAreFew = false;
  }
  return { cells, total };
}

/** The cell with the smallest number that is shown and not nought; -1 when there is none. */
function smallestShown(cells: readonly Published[]): number {
  const shown = cells.map(({ value }, at) => ({ value, at })).filter(({ value }) => value);
  return shown.sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0]?.at ?? -1;
}

/** True when the sum of what is hidden, known by subtraction, leaves too few possible values for one of it. */
function isOpen(cells: readonly Published[], total: Published, starsAreFew: boolean): boolean {
  const hidden = cells.filter(({ value }) => value === null).length;
  if (hidden === 0 || total.value === null) return false;
  const bounds = cells.map(({ value }) => (value === null ? [0, 0] : boundsOf(value)));
  const least = total.value - SPREAD - bounds.reduce((sum, [, high = 0]) => sum + high, 0);
  const most = total.value + SPREAD - bounds.reduce((sum, [low = 0]) => sum + low, 0);
  // Each of the other stars stands for 1 at least, and for 7 at most as long as they are few.
  const from = starsAreFew ? Math.max(1, least - (hidden - 1) * HIDDEN_TO) : 1;
  const to = Math.min(HIDDEN_TO, most - (hidden - 1));
  return to - from + 1 < LEAST_POSSIBLE;
}

/** What a shown number can have been. Nought is nought, and 10 was 8 at least, for 7 would be hidden. */
function boundsOf(value: number): [number, number] {
  if (value === 0) return [0, 0];
  return [Math.max(HIDDEN_TO + 1, value - SPREAD), value + SPREAD];
}

/** A share of people as it may be published: a whole per cent, or null and the two numbers. */
export type Share = {
  percent: number | null;
  /** The 95% interval in whole per cent; only for shares of true counts. */
  interval: [number, number] | null;
  part: string;
  of: string;
};

/**
 * A share of people. From 100 people on, with more than 7 on either side, from true counts with its
 * interval; from 30 on from rounded counts; below that no per cent. Throws for a part larger than the whole.
 */
export function publishShare(part: number, of: number): Share {
  if (part > of) throw new Error("A part is larger than its whole.");
  const rest = of - part;
  if (of >= LEAST_FOR_TOPLINE && part > HIDDEN_TO && rest > HIDDEN_TO) {
    const said = { part: part.toLocaleString("en-GB"), of: of.toLocaleString("en-GB") };
    return { percent: Math.round((100 * part) / of), interval: wilson(part, of), ...said };
  }
  const table = publishTable([part, rest]);
  const [shown = HIDDEN, other = HIDDEN] = table?.cells ?? [];
  const whole = table?.total ?? HIDDEN;
  const said = { interval: null, part: shown.text, of: whole.text };
  // A star on the other side is a star on this one: the per cent would say it.
  const tells = shown.value !== null && other.value !== null && whole.value !== null;
  if (!tells || (whole.value ?? 0) < LEAST_FOR_PERCENT) return { percent: null, ...said };
  return {
    percent: Math.min(100, Math.round((100 * (shown.value ?? 0)) / (whole.value ?? 1))),
    ...said,
  };
}

const Z = 1.959964;

/** Wilson's 95% interval of a share, in whole per cent. */
function wilson(part: number, of: number): [number, number] {
  const share = part / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return [Math.round(100 * (middle - half)), Math.round(100 * (middle + half))];
}

/**
 * The middle of answers on a scale, given in the order in which they came; null for fewer than 8. It changes
 * only when 8 more have answered: those after the last full eight wait, so that no answer can be told from
 * the difference that it makes. Half-way between two steps where the middle lies there.
 */
export function publishMedian(answers: readonly number[]): number | null {
  const full = HIDDEN_TO + 1;
  const counted = answers.slice(0, Math.floor(answers.length / full) * full).sort((a, b) => a - b);
  const [low, high] = [counted[counted.length / 2 - 1], counted[counted.length / 2]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/**
 * True when a figure that was published for `before` people may be published anew for `now`: the same
 * people, or 8 more or fewer. Otherwise the difference would tell what a few of them said.
 */
export function mayRepublish(before: number, now: number): boolean {
  return before === now || Math.abs(now - before) > HIDDEN_TO;
}
