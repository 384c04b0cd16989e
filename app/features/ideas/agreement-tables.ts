import type { Dimension, GatedTable, Heading, Published } from "~/db/tables/figures";
import type { TrueTable } from "~/features/figures/linked";
import { SPREAD } from "~/features/figures/rules";
import type { Agreement, Mark, Marked } from "./agreement";

/** A short sentence that people mark. */
export type Statement = { id: string; text: string };

const MARKS: readonly Heading[] = [
  { code: "agree", label: "Agree" },
  { code: "disagree", label: "Disagree" },
  { code: "pass", label: "Pass" },
  // Who passed a statement over without a word is counted among everybody and told of nowhere.
  { code: "none", label: "Not marked", apart: true },
];

/** The names of groups, the largest first. */
export const groupCode = (n: number) => String.fromCharCode(97 + n);

/**
 * What the groups said to each statement, in true counts, for the gate. Only of people who are in a group. Groups of
 * another `round` are other groups, so their numbers have other names.
 */
export function agreementTables(
  statements: readonly Statement[],
  marked: readonly Marked[],
  { groups }: Pick<Agreement, "groups">,
  round = 1,
): TrueTable[] {
  const groupOf = new Map(groups.flatMap(({ people }, n) => people.map((person) => [person, n] as const)));
  const said = new Map<string, Map<string, Mark>>();
  for (const { person, statement, mark } of marked) {
    if (!groupOf.has(person)) continue;
    said.set(statement, (said.get(statement) ?? new Map()).set(person, mark));
  }
  const across: Dimension | null =
    groups.length < 2
      ? null
      : {
          key: `group-${round}`,
          label: "Group",
          headings: groups.map((_, n) => ({ code: groupCode(n), label: groupCode(n).toUpperCase() })),
        };
  return statements.map(({ id, text }) => ({
    id,
    title: text,
    people: "agreement",
    down: { key: `statement-${id}`, label: "Said", headings: MARKS, base: null },
    across,
    counts: ["agree", "disagree", "pass", "none"].map((mark) =>
      groups.map(
        ({ people }) => people.filter((person) => (said.get(id)?.get(person) ?? "none") === mark).length,
      ),
    ),
  }));
}

/** How a group stands to a statement. `few`: the numbers are too small to tell. */
export type Leaning = "agree" | "disagree" | "mixed" | "few";

/** What one group, or everybody, said to a statement, in published numbers: of how many. */
export type Said = { agree: Published; disagree: Published; of: Published; leaning: Leaning };

/** A statement as the page shows it. */
export type StatementSeen = {
  id: string;
  text: string;
  all: Said;
  groups: (Said & { code: string })[];
};

/** Published tables as a page shows them: first what all groups say alike, then what tells them apart the most. */
export function agreementSeen(tables: readonly GatedTable[]) {
  const statements = tables.map(statementOf);
  const sizes = tables[0]?.rows.find(({ heading }) => heading === null);
  const codes = groupsIn(tables[0]);
  const common = statements.filter(isCommon);
  const rest = statements.filter((one) => !isCommon(one));
  return {
    everybody: sizes?.all.people ?? null,
    sizes: codes.map((code, n) => ({ code, people: sizes?.cells[n]?.people ?? sizes?.all.people ?? null })),
    common: common.sort((a, b) => clearness(b) - clearness(a)),
    rest: rest.sort((a, b) => spreadOf(b) - spreadOf(a)),
  };
}

const groupsIn = (table: GatedTable | undefined) =>
  table ? (table.across?.headings.map(({ code }) => code) ?? [groupCode(0)]) : [];

function statementOf(table: GatedTable): StatementSeen {
  const row = (code: string | undefined) => table.rows.find(({ heading }) => heading?.code === code);
  const said = (n: number | null): Said => {
    const [agree, disagree, of] = ["agree", "disagree", undefined].map((code) => {
      const found = row(code);
      return (n === null ? found?.all : found?.cells[n])?.people;
    });
    if (!agree || !disagree || !of) throw new Error(`A table of statement ${table.id} lacks a row.`);
    return { agree, disagree, of, leaning: leaningOf(agree, disagree, of) };
  };
  const all = said(null);
  const groups = groupsIn(table).map((code, n) => ({ code, ...said(table.across ? n : null) }));
  return { id: table.id, text: table.title, all, groups };
}

/** The least and the most that a shown number can have been. */
const least = ({ value, shown }: Published) => (value ?? 0) - (shown === "rounded" ? SPREAD : 0);
const most = ({ value, shown }: Published) => (value ?? 0) + (shown === "rounded" ? SPREAD : 0);

/** Judged by what is shown, so that the word tells no more than the numbers: a majority whatever was rounded away. */
function leaningOf(agree: Published, disagree: Published, of: Published): Leaning {
  if (of.value === null) return "few";
  const isMost = (part: Published) => part.value !== null && 2 * least(part) > most(of);
  if (isMost(agree)) return "agree";
  if (isMost(disagree)) return "disagree";
  return agree.value === null && disagree.value === null ? "few" : "mixed";
}

/** True when every group surely agrees with it, or surely disagrees. */
function isCommon({ groups }: StatementSeen): boolean {
  const [first] = groups;
  return (
    (first?.leaning === "agree" || first?.leaning === "disagree") &&
    groups.every(({ leaning }) => leaning === first.leaning)
  );
}

/** What a hidden number is reckoned as where only an order hangs on it. */
const HIDDEN = 4;

/** From 1, all agree, to -1, all disagree. */
function balanceOf({ agree, disagree, of }: Said): number {
  if (!of.value) return 0;
  return ((agree.value ?? HIDDEN) - (disagree.value ?? HIDDEN)) / of.value;
}

/** How far apart the two groups are that differ most over it. */
function spreadOf({ groups }: StatementSeen): number {
  const balances = groups.map(balanceOf);
  return Math.max(...balances) - Math.min(...balances);
}

/** How clearly the group stands that is least clear. */
const clearness = ({ groups }: StatementSeen) => Math.min(...groups.map((one) => Math.abs(balanceOf(one))));
