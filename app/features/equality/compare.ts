import type { GatedRow, GatedTable, Representation, Share } from "~/db/tables/figures";
import { representationOf, shareOf } from "~/features/figures/share";
import { PREFER_NOT } from "./code-lists";
import { ADULTS, KNOWN } from "./words";

/** People of each code who live here, by somebody else's count. */
export type Living = Readonly<Record<string, number>>;

/** One group of those who answered, beside the same group of those who live here; without it where nobody has counted them. */
export type Compared = { code: string; label: string; share: Share; against: Representation | null };

/** What part of the people of a collection, or of all, is known, preferred not to say or did not answer. */
export type Completeness = { known: Share; preferNot: Share; none: Share };

const rowOf = ({ rows }: GatedTable, code: string) => rows.find(({ heading }) => heading?.code === code);

/** The heading that shares are shares of: for ages, people of 16 and over. */
const baseOf = (table: GatedTable) => (rowOf(table, ADULTS) ? ADULTS : KNOWN);

/** Each group of a published table beside those who live here. Groups that are not compared (children) are left out. */
export function comparedIn(table: GatedTable, living: Living): Compared[] {
  const base = rowOf(table, baseOf(table));
  const codes = base?.heading?.of ?? [];
  const total = codes.reduce((sum, code) => sum + (living[code] ?? 0), 0);
  const isCounted = codes.length > 0 && codes.every((code) => living[code] !== undefined) && total > 0;
  return codes.flatMap((code) => {
    const row = rowOf(table, code);
    if (!row?.heading || !base) return [];
    const [part, of] = [row.all.people, base.all.people];
    const against = isCounted ? representationOf(part, of, (living[code] ?? 0) / total) : null;
    return [{ code, label: row.heading.label, share: shareOf(part, of), against }];
  });
}

/** How far a published table of one dimension knows people. */
export function completenessOf(table: GatedTable): Completeness | null {
  const all = table.rows.at(-1);
  const share = (code: string) => {
    const part = rowOf(table, code);
    return part && all ? shareOf(part.all.people, all.all.people) : null;
  };
  const [known, preferNot, none] = [share(KNOWN), share(PREFER_NOT), share("none")];
  return known && preferNot && none ? { known, preferNot, none } : null;
}

/** The same for one row of a table by collection, with its groups beside those who live here. */
export function rowOfCollection(
  table: GatedTable,
  code: string,
  living: Living,
): { compared: Compared[]; completeness: Completeness } | null {
  const row = rowOf(table, code);
  const across = table.across?.headings ?? [];
  if (!row?.heading) return null;
  const cell = (of: string) =>
    cellOf(
      row,
      across.findIndex((heading) => heading.code === of),
    );
  const known = cell(KNOWN);
  const [preferNot, none] = [cell(PREFER_NOT), cell("none")];
  if (!known || !preferNot || !none) return null;
  const codes = across.find((heading) => heading.code === KNOWN)?.of ?? [];
  const total = codes.reduce((sum, one) => sum + (living[one] ?? 0), 0);
  const compared = codes.flatMap((one): Compared[] => {
    const [part, heading] = [cell(one), across.find((heading) => heading.code === one)];
    if (!part || !heading) return [];
    const against = total > 0 ? representationOf(part, known, (living[one] ?? 0) / total) : null;
    return [{ code: one, label: heading.label, share: shareOf(part, known), against }];
  });
  const all = row.all.people;
  const completeness = {
    known: shareOf(known, all),
    preferNot: shareOf(preferNot, all),
    none: shareOf(none, all),
  };
  return { compared, completeness };
}

const cellOf = (row: GatedRow, at: number) => row.cells[at]?.people ?? null;

/** The labels of groups by what can be said of them. */
export function verdictsIn(compared: readonly Compared[]) {
  const of = (verdict: Representation["verdict"]) =>
    compared.filter(({ against }) => against?.verdict === verdict).map(({ label }) => label);
  return { over: of("over"), under: of("under"), notClear: of("not_clear"), notEnough: of("not_enough") };
}
