import type { AppraisalResult, ResultCell, ShownCount } from "~/db/tables/appraisals";
import type { Scores } from "~/db/tables/appraisals-scores";
import type { Cell } from "~/features/figures/audit";
import { protect } from "~/features/figures/protect";
import { FEW, KEPT } from "~/features/figures/published";
import { isFew, ORDINARY, rounded } from "~/features/figures/rules";
import { KINDS, type Kind, LEAST_PEOPLE } from "./rules";
import { tenths } from "./sensitivity";

/** What one appraiser gave. */
export type Sheet = { kind: Kind; scores: Scores; first: string | null; could: readonly string[] };

type Scored = {
  options: readonly { id: string; title: string }[];
  criteria: readonly { id: string; label: string; weight: number }[];
  sheets: readonly Sheet[];
};

/** Kinds that stand together, and what they gave. */
type Group = { kinds: Kind[]; sheets: Sheet[] };

/**
 * What may be published of the scores: numbers about everybody where 8 people or more scored, and by kind of
 * appraiser where each has 8; smaller kinds are joined with others, so that nothing is left when one number is taken
 * from another. Null for fewer than 8 people.
 */
export function resultOf(scored: Scored): AppraisalResult | null {
  const { options, criteria, sheets } = scored;
  if (sheets.length < LEAST_PEOPLE) return null;
  const exempt = KINDS.every((kind) => !isSmall(sheets.filter((one) => one.kind === kind).length));
  const firsts = options.map(({ id }) => sheets.filter((sheet) => sheet.first === id).length);
  const named = firsts.reduce((sum, n) => sum + n, 0);
  const first = shownAmong([...firsts, sheets.length - named], sheets.length, exempt);
  return {
    people: sheets.length,
    exempt,
    criteria: criteria.map(({ id, label, weight }) => ({ id, label, weight })),
    options: options.map(({ id, title }, at) => {
      const could = sheets.filter((sheet) => sheet.could.includes(id)).length;
      return {
        id,
        title,
        cells: criteria.map((criterion) => cellOf(sheets, id, criterion.id)),
        spread: spreadOfTotals(scored, id),
        first: first[at] ?? { text: KEPT.text, value: null },
        could: shownAmong([could, sheets.length - could], sheets.length, exempt)[0] as ShownCount,
      };
    }),
    noFirst: first.at(-1) as ShownCount,
    groups: groupsOf(scored).map((group) => ({
      kinds: group.kinds,
      people: group.sheets.length,
      means: options.map(({ id }) =>
        criteria.map((criterion) => cellOf(group.sheets, id, criterion.id).mean),
      ),
    })),
  };
}

const isSmall = (people: number) => people > 0 && people < LEAST_PEOPLE;

const given = (sheets: readonly Sheet[], option: string, criterion: string): number[] =>
  sheets.flatMap((sheet) => sheet.scores[option]?.[criterion] ?? []);

function cellOf(sheets: readonly Sheet[], option: string, criterion: string): ResultCell {
  const values = given(sheets, option, criterion);
  const people = values.length;
  if (people < LEAST_PEOPLE) return { mean: null, spread: null, people };
  const sum = values.reduce((total, value) => total + value, 0);
  return { mean: tenths(sum, people), spread: spreadOf(values), people };
}

/** The standard deviation in tenths. */
function spreadOf(values: readonly number[]): number | null {
  if (values.length < LEAST_PEOPLE) return null;
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.round(10 * Math.sqrt(squares / values.length));
}

/** How far apart the weighted totals are of those who scored an option by every criterion. */
function spreadOfTotals({ criteria, sheets }: Scored, option: string): number | null {
  const weights = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const totals = sheets.flatMap((sheet) => {
    const own = criteria.map(({ id, weight }) => (sheet.scores[option]?.[id] ?? Number.NaN) * weight);
    const total = own.reduce((sum, value) => sum + value, 0) / weights;
    return Number.isNaN(total) ? [] : [total];
  });
  return spreadOf(totals);
}

/** Kinds of appraiser, the smallest joined with the next smallest as long as one is too small to stand alone. */
function groupsOf({ options, criteria, sheets }: Scored): Group[] {
  let groups: Group[] = KINDS.map((kind) => ({
    kinds: [kind],
    sheets: sheets.filter((sheet) => sheet.kind === kind),
  })).filter((group) => group.sheets.length > 0);
  // Where too few scored something altogether, its mean is shown to nobody, and can be taken from nothing.
  const cells = options
    .flatMap((option) => criteria.map((criterion) => [option.id, criterion.id] as const))
    .filter(([option, criterion]) => given(sheets, option, criterion).length >= LEAST_PEOPLE);
  const isTooSmall = (group: Group) =>
    isSmall(group.sheets.length) ||
    cells.some(([option, criterion]) => isSmall(given(group.sheets, option, criterion).length));
  while (groups.length > 1) {
    const bySize = [...groups].sort((a, b) => a.sheets.length - b.sheets.length);
    const small = bySize.find(isTooSmall);
    if (!small) break;
    const next = bySize.find((group) => group !== small) as Group;
    const joined: Group = {
      kinds: KINDS.filter((kind) => [...small.kinds, ...next.kinds].includes(kind)),
      sheets: [...small.sheets, ...next.sheets],
    };
    groups = [...groups.filter((group) => group !== small && group !== next), joined];
  }
  return groups.sort((a, b) => KINDS.indexOf(a.kinds[0] as Kind) - KINDS.indexOf(b.kinds[0] as Kind));
}

/** Numbers of people that add up to `total`, which is known exactly: as they are, or as far as the gate lets them. */
function shownAmong(parts: readonly number[], total: number, exempt: boolean): ShownCount[] {
  if (exempt) return parts.map((value) => ({ text: String(value), value }));
  const ids = parts.map((_, at) => `part-${at}`);
  const cells = parts.map((count, at): Cell => {
    const id = ids[at] ?? "";
    if (isFew(count, ORDINARY)) return { id, count, sight: "few", value: null, isOut: false };
    return { id, count, sight: "rounded", value: rounded(count), isOut: false };
  });
  const known: Cell = { id: "all", count: total, sight: "exact", value: total, isOut: true };
  const safe = protect([...cells, known], [{ total: "all", parts: ids }], ORDINARY);
  if (!("cells" in safe)) return parts.map(() => ({ text: KEPT.text, value: null }));
  return ids.map((id) => {
    const cell = safe.cells.find((one) => one.id === id);
    if (cell?.sight === "few") return { text: FEW.text, value: null };
    if (cell?.sight !== "rounded" || cell.value === null) return { text: KEPT.text, value: null };
    return { text: String(cell.value), value: cell.value };
  });
}
