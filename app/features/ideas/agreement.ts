import { groupedIn, middleOf, nearest, type Point, pointsOf, silhouetteOf } from "./clusters";

/** What somebody says to a statement. */
export type Mark = "agree" | "disagree" | "pass";

/** One mark: whose, on what. Each person marks a statement once. */
export type Marked = { person: string; statement: string; mark: Mark };

/** People who marked much alike, and where the middle of them lies in the picture (from -1 to 1). */
export type AgreementGroup = { people: string[]; at: Point };

/**
 * What was found. `placed` people marked enough to be compared; the groups hold all of them. No groups at all
 * where fewer than 8 are placed, and one where people do not fall into groups clearly. `joined`: there were
 * smaller groups, whose people count with the nearest larger one.
 */
export type Agreement = { placed: number; groups: AgreementGroup[]; joined: boolean };

/** No group of fewer people is shown. */
export const LEAST_IN_GROUP = 8;
/** Nobody finds their way through more groups. */
const MOST_GROUPS = 5;
/** Whoever marked fewer statements than this (or than there are) is in no group. */
export const LEAST_MARKS = 5;
/** Groups that lie less clearly apart than this may be chance ("weak", Kaufman and Rousseeuw 1990). */
const LEAST_CLEAR = 0.5;

const VALUE: Readonly<Record<Mark, number>> = { agree: 1, disagree: -1, pass: 0 };

/** Somebody's marks in the order of the statements; null where they gave none. */
type Row = { person: string; marks: (number | null)[]; key: string };

/**
 * Who marked alike. The same marks and seed give the same groups, in whatever order marks come and whatever
 * people are called: people stand in the order of what they marked, and those who marked the same are one.
 */
export function findAgreement(marked: readonly Marked[], seed: number): Agreement {
  const rows = rowsOf(marked);
  if (rows.length < LEAST_IN_GROUP) return { placed: rows.length, groups: [], joined: false };
  const points = pointsOf(centred(rows), seed);
  const tries = Array.from({ length: MOST_GROUPS - 1 }, (_, n) => n + 2)
    .filter((k) => k * LEAST_IN_GROUP <= rows.length)
    .map((k) => {
      const { groups, joined } = withoutSmall(points, groupedIn(points, k, seed + k));
      return { groups, joined, clear: silhouetteOf(points, groups) };
    });
  const none = { groups: rows.map(() => 0), joined: false, clear: LEAST_CLEAR };
  const { groups, joined } = tries.reduce((best, one) => (one.clear > best.clear + 1e-9 ? one : best), none);
  return { placed: rows.length, groups: drawn(rows, points, groups), joined };
}

function rowsOf(marked: readonly Marked[]): Row[] {
  const statements = [...new Set(marked.map(({ statement }) => statement))].sort();
  const place = new Map(statements.map((statement, n) => [statement, n]));
  const people = new Map<string, (number | null)[]>();
  for (const { person, statement, mark } of marked) {
    const marks = people.get(person) ?? statements.map(() => null);
    marks[place.get(statement) ?? 0] = VALUE[mark];
    people.set(person, marks);
  }
  const least = Math.min(LEAST_MARKS, statements.length);
  return [...people]
    .filter(([, marks]) => marks.filter((one) => one !== null).length >= least)
    .map(([person, marks]) => ({ person, marks, key: marks.map((one) => one ?? "x").join() }))
    .sort((a, b) => order(a.key, b.key) || order(a.person, b.person));
}

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Marks as numbers around the middle of each statement. Where somebody gave none, they stand in the middle, and
 * what they did mark counts the more, so that people are not sorted by how much they marked.
 */
function centred(rows: readonly Row[]): number[][] {
  const width = rows[0]?.marks.length ?? 0;
  const means = Array.from({ length: width }, (_, n) => {
    const given = rows.flatMap(({ marks }) => marks[n] ?? []);
    return given.reduce((sum, one) => sum + one, 0) / Math.max(1, given.length);
  });
  return rows.map(({ marks }) => {
    const given = marks.filter((one) => one !== null).length;
    const weight = Math.sqrt(width / given);
    return marks.map((one, n) => (one === null ? 0 : weight * (one - (means[n] ?? 0))));
  });
}

/** Groups of fewer than 8 become part of the nearest, the smallest first, until there is none. */
function withoutSmall(points: readonly Point[], groups: readonly number[]) {
  let now = [...groups];
  let joined = false;
  for (;;) {
    const sizes = [...new Set(now)]
      .sort((a, b) => a - b)
      .map((group) => ({ group, own: points.filter((_, n) => now[n] === group) }));
    const smallest = sizes.reduce((least, one) => (one.own.length < least.own.length ? one : least));
    if (smallest.own.length >= LEAST_IN_GROUP || sizes.length === 1) return { groups: now, joined };
    const others = sizes.filter((one) => one !== smallest);
    const into =
      others[
        nearest(
          middleOf(smallest.own),
          others.map(({ own }) => middleOf(own)),
        )
      ]?.group ?? 0;
    now = now.map((group) => (group === smallest.group ? into : group));
    joined = true;
  }
}

/** The groups, the largest first, with their middles scaled so that everybody lies within -1 and 1. */
function drawn(rows: readonly Row[], points: readonly Point[], groups: readonly number[]): AgreementGroup[] {
  const reach = Math.max(...points.flatMap(([x, y]) => [Math.abs(x), Math.abs(y)])) || 1;
  const found = [...new Set(groups)].map((group) => {
    const own = rows.flatMap((row, n) => (groups[n] === group ? [{ row, n }] : []));
    const [x, y] = middleOf(own.map(({ n }) => points[n] ?? [0, 0]));
    const at: Point = [x / reach, y / reach];
    return { people: own.map(({ row }) => row.person), at, key: own[0]?.row.key ?? "" };
  });
  return found
    .sort((a, b) => b.people.length - a.people.length || order(a.key, b.key))
    .map(({ people, at }) => ({ people, at }));
}
