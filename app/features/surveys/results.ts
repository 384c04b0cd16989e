import type { GatedTable, Published, Share } from "~/db/tables/figures";
import type { Kind, Question } from "~/db/tables/surveys-documents";
import type { ShareLine } from "~/features/figures/FigureShares";
import { shareOf } from "~/features/figures/share";
import { sharesIn } from "~/features/figures/shares-in";
import { ANSWERED } from "./result-dimensions";
import { byName } from "./result-tables";

/** What was published of one question: its tables, and how they are best looked at. */
export type QuestionResult = {
  key: string;
  title: string;
  kind: Kind;
  /** Of everybody: one, or one for each option or row. */
  tables: GatedTable[];
};

/** Published tables question by question, in the order of the survey. Questions without any are left out. */
export function resultsByQuestion(
  questions: readonly Pick<Question, "key" | "title" | "kind">[],
  tables: readonly GatedTable[],
): QuestionResult[] {
  return questions.flatMap(({ key, title, kind }) => {
    const own = tables.filter((one) => !one.across && isOf(key, one.down.key));
    return own.length > 0 ? [{ key, title, kind, tables: own }] : [];
  });
}

const isOf = (key: string, dimension: string) =>
  dimension === key || dimension.startsWith(`${key}~`) || dimension.startsWith(`${key}-`);

/** The questions by which results can be told apart, by the tables that were published. */
export function groupedBy(
  results: readonly QuestionResult[],
  tables: readonly GatedTable[],
): { key: string; title: string }[] {
  const keys = new Set(tables.flatMap(({ across, down }) => (across ? [down.key] : [])));
  return results.filter(({ key }) => keys.has(key)).map(({ key, title }) => ({ key, title }));
}

/** One bar: what it is of, and its share. */
export type ShareBar = { key: string; label: string; share: Share };

/** The first answer of each table as a bar of its own: who chose each of several options, or put it first. */
export function firstShares(tables: readonly GatedTable[]): ShareBar[] {
  return tables.flatMap((table) => {
    const [first] = sharesIn(table).shares;
    return first ? [{ key: table.id, label: table.down.label, share: first.share }] : [];
  });
}

/** The shares of each table as a line: the rows of a grid, or the options of a rank by place. */
export function sharesByTable(tables: readonly GatedTable[]): ShareLine[] {
  return tables.map((table) => ({
    key: table.id,
    label: table.down.label,
    shares: sharesIn(table).shares,
  }));
}

/** A question told apart by the answers to another one: its published tables by group, one for each of its own. */
export function tablesBy(
  { tables }: QuestionResult,
  breakdown: string,
  all: readonly GatedTable[],
): GatedTable[] {
  return tables.flatMap(({ id }) => {
    const found = all.find((one) => one.id === byName(id, breakdown));
    return found ? [found] : [];
  });
}

/** The shares within each group of a table by group; of two answers the first alone, which says the other. */
export function sharesByGroup({ rows, across }: GatedTable): ShareLine[] {
  const columns = (across?.headings ?? []).filter(({ apart }) => !apart);
  const base = columns.findIndex(({ code }) => code === ANSWERED);
  return rows.flatMap(({ heading, cells }) => {
    const of: Published | undefined = cells[base]?.people;
    if (!heading || heading.of || !of) return [];
    const shares = columns.flatMap((column, at) => {
      const part = cells[at]?.people;
      return column.of || !part ? [] : [{ heading: column, share: shareOf(part, of) }];
    });
    const told = shares.length === 2 ? shares.slice(0, 1) : shares;
    return [{ key: heading.code, label: heading.label, shares: told }];
  });
}
