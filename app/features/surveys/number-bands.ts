import type { Question } from "~/db/tables/surveys-documents";

/** A stretch of numbers that are counted together, both ends included; null is open. */
export type Band = { code: string; label: string; from: number | null; to: number | null };

const LADDER = [0, 1, 5, 10, 20, 50, 100, 200, 500, 1000];
const said = (number: number) => number.toLocaleString("en-GB").replace("-", "−");

/**
 * The bands in which the numbers of a question are published: 0, 1 to 4, 5 to 9, 10 to 19 and so on, within its
 * limits. They never come from what was answered, which would tell the smallest and the largest number.
 */
export function bandsOf({ number }: Pick<Question, "number">): Band[] {
  const { least = null, most = null, whole = true, unit = "" } = number ?? {};
  const starts = LADDER.filter((from) => (most === null || from <= most) && (least === null || from > least));
  const all = least === null ? starts : [least, ...starts];
  const bands = all.map((from, n): Band => {
    const next = all[n + 1];
    const { label, ...rest } = band(from, next === undefined ? most : whole ? next - 1 : next, whole);
    return { ...rest, label: unit ? `${label} ${unit}` : label };
  });
  return least === null ? [{ code: "below", label: "Below 0", from: null, to: -1 }, ...bands] : bands;
}

function band(from: number, to: number | null, whole: boolean): Band {
  const code = `from${from}`;
  if (to === null) return { code, label: `${said(from)} or more`, from, to };
  if (from === to) return { code, label: said(from), from, to };
  return {
    code,
    label: whole ? `${said(from)} to ${said(to)}` : `${said(from)} to under ${said(to)}`,
    from,
    to,
  };
}

/** The band that a number falls into; below the first where an earlier version had a lower limit, the first. */
export function bandFor(bands: readonly Band[], number: number): Band | undefined {
  return bands.findLast(({ from }) => from === null || number >= from) ?? bands[0];
}
