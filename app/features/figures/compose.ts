import type { Definition } from "~/db/tables/figures";
import { type Edition, judgeChange } from "./editions";
import { type Gated, publishTables } from "./gate";
import { linkTables, type TrueTable } from "./linked";
import { ORDINARY, type Terms } from "./rules";

/** What figures are about, in words of the room that publishes them: `event_feedback` and an event's id. */
export type FigureSubject = { readonly kind: string; readonly id: string };

/** Figures that a room wants to publish: everything about the same people at once, in true counts. */
export type FigureInput = {
  readonly subject: FigureSubject;
  readonly title: string;
  readonly definition: Definition;
  /** The moment at which they were counted. */
  readonly asAt: Date;
  readonly tables: readonly TrueTable[];
  readonly terms?: Terms;
};

/** What a next edition would be. `same` and `held`: the newest one stays as it is. */
export type Composed =
  | { kind: "new"; gated: Gated; counts: Record<string, number> }
  | { kind: "same" | "held" };

/**
 * The edition that these figures would make after those that are out, the oldest first. Held back while the
 * difference would tell what a few people said: fewer than 8 (10) have come or gone, or no way of hiding is enough.
 */
export function composeEdition(
  { tables, terms = ORDINARY }: Pick<FigureInput, "tables" | "terms">,
  before: readonly Edition[],
  audit?: Parameters<typeof publishTables>[2],
): Composed {
  const { cells } = linkTables(tables, terms);
  const newest = before.at(-1);
  const judged = newest ? judgeChange(newest, cells, terms) : "new";
  if (judged !== "new") return { kind: judged };
  const gated = publishTables(tables, terms, { before, ...audit });
  if (newest && gated.withheld.length > 0) return { kind: "held" };
  return { kind: "new", gated, counts: Object.fromEntries(cells.map(({ id, count }) => [id, count])) };
}
