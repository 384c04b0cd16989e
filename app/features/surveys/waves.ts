import type { Change, GatedTable, Heading, Published } from "~/db/tables/figures";
import { changeOf, shareOf } from "~/features/figures/share";
import { ANSWERED, TOP } from "./result-dimensions";
import type { QuestionResult } from "./results";

/** How one question was answered in two surveys that asked the same. Of a scale, `changes` is one: its two best steps. */
export type Wave = {
  id: string;
  title: string;
  isScale: boolean;
  changes: { label: string; change: Change }[];
};

/**
 * What has changed between the published results of two surveys, question by question: of a scale, the share of its
 * two best steps; of other questions, each answer's. Questions in words, those that one survey did not ask, and
 * those with other answers to choose from are left out.
 */
export function wavesBetween(before: readonly GatedTable[], after: readonly QuestionResult[]): Wave[] {
  const earlier = new Map(before.map((table) => [table.id, table]));
  return after.flatMap(({ key, title, kind, tables }): Wave[] => {
    if (kind === "short_text" || kind === "long_text" || kind === "date") return [];
    const changes = tables.flatMap((table) => {
      const then = earlier.get(table.id);
      if (!then || codesOf(then) !== codesOf(table)) return [];
      return compared(table).flatMap(({ code, label }) => {
        const change = changeIn(then, table, code);
        return change ? [{ label: tables.length > 1 ? partWords(table, label, kind) : label, change }] : [];
      });
    });
    return changes.length > 0 ? [{ id: key, title, isScale: kind === "scale", changes }] : [];
  });
}

/** The headings whose shares are compared: of a part of a question its first answer says it all. */
function compared({ id, down }: GatedTable): Heading[] {
  const top = down.headings.filter(({ code }) => code === TOP);
  if (top.length > 0) return top;
  const plain = down.headings.filter(({ of, apart }) => !of && !apart);
  return /[~-]/.test(id) ? plain.slice(0, 1) : plain;
}

const partWords = ({ down }: GatedTable, answer: string, kind: QuestionResult["kind"]) =>
  kind === "multiple" ? down.label : `${down.label}: ${answer}`;

function changeIn(before: GatedTable, after: GatedTable, code: string): Change | null {
  const [part, base, was, old] = [
    countOf(after, code),
    countOf(after, ANSWERED),
    countOf(before, code),
    countOf(before, ANSWERED),
  ];
  return part && base && was && old ? changeOf(shareOf(was, old), shareOf(part, base)) : null;
}

const codesOf = ({ down }: GatedTable) => down.headings.map(({ code }) => code).join(" ");

function countOf({ rows }: GatedTable, code: string): Published | undefined {
  return rows.find(({ heading }) => heading?.code === code)?.all.people;
}
