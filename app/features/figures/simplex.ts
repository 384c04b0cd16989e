/** What a number can be, ends included. `high` may be Infinity. */
export type Box = { low: number; high: number };

/** One number that is the sum of others, by their places in the list of boxes. */
export type SumOf = { total: number; parts: readonly number[] };

const TINY = 1e-7;
/** After so many steps the first way that helps is taken instead of the best: so it always ends. */
const PATIENCE = 400;
/** No table of ours needs a tenth of it. Beyond, rounding goes in circles: then nothing is published, and the site goes on. */
const MOST_STEPS = 50_000;

const isWhole = (value: number) => Math.abs(value - Math.round(value)) < TINY;

/**
 * Everything that numbers within their boxes can be together when some are sums of others: a linear
 * programme, solved by the simplex method for bounded variables. One object keeps its place between
 * questions, so asking about many numbers of one table is quick.
 */
export class Possible {
  readonly #boxes: readonly Box[];
  readonly #sums: readonly SumOf[];
  readonly #size: number;
  readonly #rows: Float64Array[];
  /** Which number each row stands for, and whether a number stands in a row. */
  readonly #basic: number[];
  readonly #rowOf: Int32Array;
  readonly #at: Float64Array;
  /** The least and the largest value of each number in all whole solutions that were met on the way. */
  readonly #seen: Box[];
  /** False when no numbers within the boxes add up. */
  isPossible: boolean;

  constructor(
    boxes: readonly Box[],
    sums: readonly SumOf[],
    { from, start }: { from?: Possible; start?: readonly number[] } = {},
  ) {
    this.#boxes = boxes;
    this.#sums = from ? from.#sums : sums;
    this.#size = boxes.length;
    if (from) {
      this.#rows = from.#rows.map((row) => row.slice());
      this.#basic = [...from.#basic];
      this.#rowOf = from.#rowOf.slice();
      this.#at = from.#at.slice();
      this.#seen = from.#seen.map((seen) => ({ ...seen }));
      this.isPossible = from.isPossible;
      return;
    }
    this.#rows = [];
    this.#basic = [];
    this.#rowOf = new Int32Array(this.#size).fill(-1);
    this.#at = Float64Array.from(start ?? boxes.map(({ low }) => low));
    this.#seen = boxes.map(() => ({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }));
    for (const sum of sums) this.#addRow(sum);
    this.#placeBasics();
    this.isPossible = this.#mend();
    if (this.isPossible) this.#notice();
  }

  /** The same with another box for one number, from where this one stands. This one stays as it is. */
  with(at: number, box: Box): Possible {
    const before = this.#boxes[at] as Box;
    const boxes = this.#boxes.with(at, box);
    const next = new Possible(boxes, [], { from: this });
    const isWider = box.low <= before.low && box.high >= before.high;
    if (!isWider) next.#squeeze(at, box);
    // From where it stood it found no way in: then from the beginning.
    return next.isPossible ? next : new Possible(boxes, this.#sums);
  }

  /** Where a number stands now, in numbers that add up. */
  standing(at: number): number {
    return this.#at[at] as number;
  }

  /** Moves a number into a box that has become smaller, and forgets what was met outside it. */
  #squeeze(at: number, box: Box): void {
    for (const seen of this.#seen) {
      seen.low = Number.POSITIVE_INFINITY;
      seen.high = Number.NEGATIVE_INFINITY;
    }
    if ((this.#rowOf[at] as number) < 0) {
      this.#at[at] = Math.min(box.high, Math.max(box.low, this.#at[at] as number));
      this.#placeBasics();
    }
    this.isPossible = this.#mend(PATIENCE);
    if (this.isPossible) this.#notice();
  }

  /** The least and the largest whole value that a number can have; stops early once `enough` values are sure. */
  range(at: number, enough = Number.POSITIVE_INFINITY): Box {
    const seen = this.#seen[at] as Box;
    const { low, high } = this.#boxes[at] as Box;
    if (seen.high - seen.low + 1 >= enough) return { ...seen };
    const most = seen.high >= high ? high : this.#push(at, 1);
    if (most - seen.low + 1 >= enough) return { low: seen.low, high: most };
    const least = seen.low <= low ? low : this.#push(at, -1);
    return { low: least, high: most };
  }

  /** The end of a number in one direction. Where only fractions reach it, the whole number before. */
  #push(at: number, way: 1 | -1): number {
    for (let step = 0; ; step++) {
      if (step > MOST_STEPS) throw new Error("The audit of a table does not end: it is not published.");
      const enters = this.#choose(this.#gainOf(at, way), step);
      if (!enters) break;
      if (!this.#move(enters.at, enters.way, false)) return way * Number.POSITIVE_INFINITY;
      this.#notice();
    }
    const end = this.#at[at] as number;
    const seen = this.#seen[at] as Box;
    if (this.#isWhole()) return Math.round(end);
    return way > 0
      ? Math.max(seen.high, Math.ceil(end - TINY) - 1)
      : Math.min(seen.low, Math.floor(end + TINY) + 1);
  }

  /** Takes a sum in as a row, cleared of the rows before it; a sum that follows from those is left out. */
  #addRow({ total, parts }: SumOf): void {
    const row = new Float64Array(this.#size);
    for (const part of parts) row[part] = (row[part] ?? 0) + 1;
    row[total] = (row[total] ?? 0) - 1;
    this.#basic.forEach((basic, at) => {
      const factor = row[basic] ?? 0;
      if (factor !== 0) subtract(row, this.#rows[at] as Float64Array, factor);
    });
    const pivot = Math.abs(row[total] ?? 0) > TINY ? total : row.findIndex((x) => Math.abs(x) > TINY);
    if (pivot < 0) return;
    this.#rows.push(row);
    this.#basic.push(pivot);
    this.#clear(this.#rows.length - 1, pivot);
  }

  /** Makes row `r` the one that number `enters` stands in. */
  #clear(r: number, enters: number): void {
    const row = this.#rows[r] as Float64Array;
    const by = row[enters] as number;
    if (by !== 1) for (let i = 0; i < this.#size; i++) row[i] = (row[i] as number) / by;
    this.#rows.forEach((other, at) => {
      const factor = at === r ? 0 : (other[enters] as number);
      if (factor !== 0) subtract(other, row, factor);
    });
    this.#basic[r] = enters;
    this.#rowOf[enters] = r;
  }

  #placeBasics(): void {
    this.#basic.forEach((basic, r) => {
      let sum = 0;
      const row = this.#rows[r] as Float64Array;
      for (let i = 0; i < this.#size; i++) {
        if (i !== basic) sum -= (row[i] as number) * (this.#at[i] as number);
      }
      this.#at[basic] = sum;
    });
  }

  /** Brings every number into its box; false when that can't be, or not in so many steps. */
  #mend(steps = MOST_STEPS): boolean {
    for (let step = 0; step < steps; step++) {
      const gain = new Float64Array(this.#size);
      let isOut = false;
      this.#basic.forEach((basic, r) => {
        const out = this.#outBy(basic);
        if (out === 0) return;
        isOut = true;
        const row = this.#rows[r] as Float64Array;
        for (let i = 0; i < this.#size; i++) gain[i] = (gain[i] as number) + out * (row[i] as number);
      });
      if (!isOut) return true;
      const enters = this.#choose(gain, step);
      if (!enters || !this.#move(enters.at, enters.way, true)) return false;
    }
    if (steps < MOST_STEPS) return false;
    throw new Error("The audit of a table does not end: it is not published.");
  }

  /** -1 for a number below its box, 1 above it, 0 inside. */
  #outBy(at: number): -1 | 0 | 1 {
    const { low, high } = this.#boxes[at] as Box;
    const value = this.#at[at] as number;
    if (value < low - TINY) return -1;
    return value > high + TINY ? 1 : 0;
  }

  /** By how much number `at` rises, in this direction, for each step of each other number. */
  #gainOf(at: number, way: 1 | -1): Float64Array {
    const gain = new Float64Array(this.#size);
    const row = this.#rows[this.#rowOf[at] as number];
    if (!row) gain[at] = way;
    else for (let i = 0; i < this.#size; i++) gain[i] = -way * (row[i] as number);
    return gain;
  }

  /** The number whose moving gains most, and the way it goes; null when nothing gains any more. */
  #choose(gain: Float64Array, step: number): { at: number; way: 1 | -1 } | null {
    let best: { at: number; way: 1 | -1 } | null = null;
    let most = TINY;
    for (let i = 0; i < this.#size; i++) {
      const by = gain[i] as number;
      if ((this.#rowOf[i] as number) >= 0 || Math.abs(by) <= most) continue;
      const { low, high } = this.#boxes[i] as Box;
      const value = this.#at[i] as number;
      if (by > 0 ? value > high - TINY : value < low + TINY) continue;
      best = { at: i, way: by > 0 ? 1 : -1 };
      if (step > PATIENCE) return best;
      most = Math.abs(by);
    }
    return best;
  }

  /** Moves a number until it or another meets an end of its box; false when nothing stops it. */
  #move(enters: number, way: 1 | -1, mending: boolean): boolean {
    const own = this.#boxes[enters] as Box;
    const here = this.#at[enters] as number;
    let far = way > 0 ? own.high - here : here - own.low;
    let leaves = -1;
    let end = 0;
    this.#basic.forEach((basic, r) => {
      const rate = -way * ((this.#rows[r] as Float64Array)[enters] as number);
      if (Math.abs(rate) < TINY) return;
      const stop = this.#stopOf(basic, rate, mending);
      if (!Number.isFinite(stop)) return;
      const until = Math.max(0, (stop - (this.#at[basic] as number)) / rate);
      if (
        until < far - TINY ||
        (until < far + TINY && leaves >= 0 && basic < (this.#basic[leaves] as number))
      ) {
        far = until;
        leaves = r;
        end = stop;
      }
    });
    if (!Number.isFinite(far)) return false;
    this.#basic.forEach((basic, r) => {
      const rate = -way * ((this.#rows[r] as Float64Array)[enters] as number);
      this.#at[basic] = (this.#at[basic] as number) + rate * far;
    });
    this.#at[enters] = here + way * far;
    if (leaves < 0) return true;
    const left = this.#basic[leaves] as number;
    this.#rowOf[left] = -1;
    this.#at[left] = end;
    this.#clear(leaves, enters);
    return true;
  }

  /** Where a number that changes at this rate has to stop; while mending, one outside its box stops at its edge. */
  #stopOf(at: number, rate: number, mending: boolean): number {
    const { low, high } = this.#boxes[at] as Box;
    const out = mending ? this.#outBy(at) : 0;
    if (out < 0) return rate > 0 ? low : Number.NEGATIVE_INFINITY;
    if (out > 0) return rate < 0 ? high : Number.POSITIVE_INFINITY;
    return rate > 0 ? high : low;
  }

  #isWhole(): boolean {
    return this.#basic.every((basic) => isWhole(this.#at[basic] as number));
  }

  /** Remembers a whole solution. */
  #notice(): void {
    if (!this.#isWhole()) return;
    this.#seen.forEach((seen, at) => {
      const value = Math.round(this.#at[at] as number);
      if (value < seen.low) seen.low = value;
      if (value > seen.high) seen.high = value;
    });
  }
}

function subtract(from: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < row.length; i++) {
    const by = row[i] as number;
    if (by === 0) continue;
    const left = (from[i] as number) - factor * by;
    from[i] = Math.abs(left) < 1e-12 ? 0 : left;
  }
}
