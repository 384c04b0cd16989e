// The attacker's own linear programmes, by the two-phase simplex method in a plain tableau. It shares no code with
// the gate's, so that a mistake in one does not hide behind the same mistake in the other.

const TINY = 1e-7;

/**
 * Everything that numbers can be when each lies in its box and some are sums of others.
 * @param {{low: number, high: number}[]} boxes
 * @param {{total: number, parts: number[]}[]} sums places in the list of boxes
 * @returns {{range(at: number): {low: number, high: number}} | null} null when nothing is possible
 */
export function linear(boxes, sums) {
  const size = boxes.length;
  const capped = boxes.flatMap(({ low, high }, at) => (Number.isFinite(high) && high > low ? [at] : []));
  const free = boxes.map(({ low, high }) => high > low);
  const rows = [];
  // A sum: parts less total is nought, written in what each number has above its least.
  for (const { total, parts } of sums) {
    const row = new Map();
    let right = boxes[total].low;
    const add = (at, by) => {
      if (free[at]) row.set(at, (row.get(at) ?? 0) + by);
    };
    for (const part of parts) {
      add(part, 1);
      right -= boxes[part].low;
    }
    add(total, -1);
    rows.push({ row, right, slack: -1 });
  }
  capped.forEach((at, n) => {
    rows.push({ row: new Map([[at, 1]]), right: boxes[at].high - boxes[at].low, slack: size + n });
  });
  const slacks = size + capped.length;
  const width = slacks + rows.length + 1;
  const basis = [];
  const table = rows.map(({ row, right, slack }, r) => {
    const line = new Float64Array(width);
    for (const [at, by] of row) line[at] = by;
    if (slack >= 0) line[slack] = 1;
    line[width - 1] = right;
    if (right < 0) for (let i = 0; i < width; i++) line[i] = -line[i];
    if (slack >= 0 && right >= 0) basis[r] = slack;
    else {
      line[slacks + r] = 1;
      basis[r] = slacks + r;
    }
    return line;
  });

  function pivot(r, c, goal) {
    const line = table[r];
    const by = line[c];
    const used = [];
    for (let i = 0; i < width; i++) {
      if (line[i] !== 0) {
        line[i] /= by;
        used.push(i);
      }
    }
    for (const other of [...table, goal]) {
      const factor = other === line ? 0 : other[c];
      if (Math.abs(factor) < 1e-11) continue;
      for (const i of used) other[i] -= factor * line[i];
      other[c] = 0;
    }
    basis[r] = c;
  }

  /** Makes `goal` as large as it gets, over the first `columns` columns; false when there is no end to it. */
  function climb(goal, columns) {
    for (let step = 0; ; step++) {
      let c = -1;
      let best = TINY;
      for (let i = 0; i < columns; i++) {
        if (goal[i] > best) {
          c = i;
          best = goal[i];
          if (step > 300) break;
        }
      }
      if (c < 0) return true;
      let r = -1;
      let least = Number.POSITIVE_INFINITY;
      table.forEach((line, at) => {
        if (line[c] < TINY) return;
        const ratio = line[width - 1] / line[c];
        if (ratio < least - TINY || (ratio < least + TINY && r >= 0 && basis[at] < basis[r])) {
          least = ratio;
          r = at;
        }
      });
      if (r < 0) return false;
      pivot(r, c, goal);
    }
  }

  // First find any way at all: take the made-up numbers down to nought.
  const first = new Float64Array(width);
  table.forEach((line, r) => {
    if (basis[r] >= slacks) for (let i = 0; i < width; i++) first[i] += line[i];
  });
  for (let i = slacks; i < width - 1; i++) first[i] = 0;
  climb(first, slacks);
  if (Math.abs(first[width - 1]) > 1e-5) return null;
  // What is still made up is nought: swap it out where it can be, else its row says nothing.
  table.forEach((line, r) => {
    if (basis[r] < slacks) return;
    const c = line.findIndex((value, at) => at < slacks && Math.abs(value) > TINY);
    if (c >= 0) pivot(r, c, first);
  });

  function end(at, way) {
    if (!free[at]) return 0;
    const goal = new Float64Array(width);
    goal[at] = way;
    table.forEach((line, r) => {
      const by = goal[basis[r]];
      if (by !== 0) for (let i = 0; i < width; i++) goal[i] -= by * line[i];
    });
    if (!climb(goal, slacks)) return way * Number.POSITIVE_INFINITY;
    return way * -goal[width - 1];
  }
  return {
    range: (at) => ({
      low: Math.ceil(boxes[at].low + end(at, -1) - 1e-5),
      high: Math.floor(boxes[at].low + end(at, 1) + 1e-5),
    }),
  };
}
