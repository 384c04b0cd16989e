import type { Change, GatedTable, Published } from "~/db/tables/figures";
import { changeOf, shareOf } from "~/features/figures/share";
import { ANSWERED, TOP } from "./result-dimensions";

/** How one question was answered in two surveys that asked the same. */
export type Wave = { id: string; title: string; changes: { label: string; change: Change }[] };

/**
 * What has changed between the published results of two surveys, question by question: of a scale, the share of its
 * two best steps; of other questions, each answer's. Questions that one of them did not ask, or with other answers
 * to choose from, are left out.
 */
export function wavesBetween(before: readonly GatedTable[], after: readonly GatedTable[]): Wave[] {
  const earlier = new Map(before.map((table) => [table.id, table]));
  return after.flatMap((table) => {
    const then = earlier.get(table.id);
    if (!then || table.across || !hasAnswers(table) || codesOf(then) !== codesOf(table)) return [];
    const [base, old] = [countOf(table, ANSWERED), countOf(then, ANSWERED)];
    if (!base || !old) return [];
    const headings = compared(table);
    const changes = headings.flatMap(({ code, label }) => {
      const [part, was] = [countOf(table, code), countOf(then, code)];
      if (!part || !was) return [];
      return [{ label, change: changeOf(shareOf(was, old), shareOf(part, base)) }];
    });
    return [{ id: table.id, title: table.title, changes }];
  });
}

/** The headings whose shares are compared. */
function compared({ down }: GatedTable) {
  const top = down.headings.filter(({ code }) => code === TOP);
  const plain = down.headings.filter(({ of, apart }) => !of && !apart);
  // Of "chose it" and "chose something else" one says it all.
  return top.length > 0 ? top : plain.length === 2 ? plain.slice(0, 1) : plain;
}

const hasAnswers = ({ down }: GatedTable) => down.headings.some(({ code }) => code === ANSWERED);
const codesOf = ({ down }: GatedTable) => down.headings.map(({ code }) => code).join(" ");

function countOf({ rows }: GatedTable, code: string): Published | undefined {
  return rows.find(({ heading }) => heading?.code === code)?.all.people;
}
