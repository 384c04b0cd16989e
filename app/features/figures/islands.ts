import { type Box, Possible, type SumOf } from "./simplex";

/** Numbers that hang together by sums, once those that everybody knows are taken as known. */
type Island = { possible: Possible; ranges: Map<number, Box> };

/** What an island is: the boxes of its numbers and their sums. The same name is the same island. */
type Charted = Map<string, Island>;

/**
 * Everything that numbers within their boxes can be together, as `Possible`, island by island: a number that is
 * known exactly cuts what lies on both sides of it apart, so that many tables are as quick as each by itself.
 */
export class Islands {
  readonly #boxes: readonly Box[];
  readonly #sums: readonly SumOf[];
  readonly #islands: readonly Island[];
  /** The island of each number, and its place on it; -1 for a number that is known. */
  readonly #islandOf: Int32Array;
  readonly #placeOf: Int32Array;
  readonly #charted: Charted;

  constructor(boxes: readonly Box[], sums: readonly SumOf[], from?: Islands, islands?: readonly Island[]) {
    this.#boxes = boxes;
    this.#sums = sums;
    this.#charted = from ? from.#charted : new Map();
    if (from && islands) {
      this.#islandOf = from.#islandOf;
      this.#placeOf = from.#placeOf;
      this.#islands = islands;
      return;
    }
    this.#islandOf = new Int32Array(boxes.length).fill(-1);
    this.#placeOf = new Int32Array(boxes.length).fill(-1);
    const groups = grouped(boxes, sums);
    for (const [n, { members }] of groups.entries()) {
      for (const [place, at] of members.entries()) {
        this.#islandOf[at] = n;
        this.#placeOf[at] = place;
      }
    }
    this.#islands = groups.map(({ members, sums: own }) => this.#chart(members, own, from));
  }

  /** The same with another box for one number. What the change does not reach is not worked out again. */
  with(at: number, box: Box, enough: number): Islands {
    const boxes = this.#boxes.with(at, box);
    const n = this.#islandOf[at] as number;
    const island = this.#islands[n];
    // Islands grow together or fall apart where a number is known no more, or from now on.
    if (!island || isKnown(box)) return new Islands(boxes, this.#sums, this);
    const before = this.#boxes[at] as Box;
    const isWider = box.low <= before.low && box.high >= before.high;
    const possible = island.possible.with(this.#placeOf[at] as number, box);
    // Where there is more room, whoever had enough has enough still.
    const kept = [...island.ranges].filter(([, range]) => isWider && range.high - range.low + 1 >= enough);
    const islands = this.#islands.with(n, { possible, ranges: new Map(kept) });
    return new Islands(boxes, this.#sums, this, islands);
  }

  /** The least and the largest whole value that a number can have; stops early once `enough` values are sure. */
  range(at: number, enough: number): Box {
    const island = this.#islands[this.#islandOf[at] as number];
    if (!island) return this.#boxes[at] as Box;
    const place = this.#placeOf[at] as number;
    const known = island.ranges.get(place) ?? island.possible.range(place, enough);
    island.ranges.set(place, known);
    return known;
  }

  /** Where a number stands now, on whichever island it lies. */
  #standing(at: number): number {
    const island = this.#islands[this.#islandOf[at] as number];
    return island ? island.possible.standing(this.#placeOf[at] as number) : (this.#boxes[at] as Box).low;
  }

  /** One island as a system of its own, begun where its numbers stood before: what is known in a sum is one number more in it, with both ends alike. */
  #chart(members: readonly number[], sums: readonly SumOf[], from: Islands | undefined): Island {
    const boxes = members.map((at) => this.#boxes[at] as Box);
    const isFree = (at: number) => !isKnown(this.#boxes[at] as Box);
    const local = sums.map(({ total, parts }): SumOf => {
      const places = parts.filter(isFree).map((at) => this.#placeOf[at] as number);
      const known = parts.filter((at) => !isFree(at)).map((at) => (this.#boxes[at] as Box).low);
      if (known.length > 0) places.push(boxes.push(exactly(known.reduce((a, b) => a + b))) - 1);
      const isTotalFree = isFree(total);
      return {
        total: isTotalFree ? (this.#placeOf[total] as number) : boxes.push(this.#boxes[total] as Box) - 1,
        parts: places,
      };
    });
    const name = JSON.stringify([
      boxes.map(({ low, high }) => [low, Number.isFinite(high) ? high : "any"]),
      local.map(({ total, parts }) => [total, ...parts]),
    ]);
    const before = this.#charted.get(name);
    if (before) return before;
    // Numbers that stand in their boxes need no search for a beginning.
    const stands = from && members.every((at) => isIn(from.#standing(at), this.#boxes[at] as Box));
    const start = stands && [
      ...members.map((at) => from.#standing(at)),
      ...boxes.slice(members.length).map(({ low }) => low),
    ];
    const island = { possible: new Possible(boxes, local, start ? { start } : {}), ranges: new Map() };
    this.#charted.set(name, island);
    return island;
  }
}

const isIn = (value: number, { low, high }: Box) => value >= low && value <= high;
const isKnown = ({ low, high }: Box) => low === high;
const exactly = (value: number): Box => ({ low: value, high: value });

/** Numbers that are not known, put together when they stand in one sum, each group with its sums. */
function grouped(boxes: readonly Box[], sums: readonly SumOf[]): { members: number[]; sums: SumOf[] }[] {
  const leader = boxes.map((_, at) => at);
  const leaderOf = (at: number): number => {
    let top = at;
    while (leader[top] !== top) top = leader[top] as number;
    leader[at] = top;
    return top;
  };
  const freeIn = ({ total, parts }: SumOf) => [total, ...parts].filter((at) => !isKnown(boxes[at] as Box));
  for (const sum of sums) {
    const [first, ...others] = freeIn(sum);
    for (const at of others) leader[leaderOf(at)] = leaderOf(first as number);
  }
  const groups = new Map<number, { members: number[]; sums: SumOf[] }>();
  for (const [at, box] of boxes.entries()) {
    if (isKnown(box)) continue;
    const top = leaderOf(at);
    const group = groups.get(top) ?? { members: [], sums: [] };
    group.members.push(at);
    groups.set(top, group);
  }
  for (const sum of sums) {
    const [first] = freeIn(sum);
    if (first !== undefined) groups.get(leaderOf(first))?.sums.push(sum);
  }
  return [...groups.values()];
}
