import { createHash } from "node:crypto";
import { ideaAgreements } from "~/db/tables/ideas-statements";
import { figuresLock, publishFigures } from "~/features/figures/publish-figures.server";
import { composeFigures, findFigures } from "~/features/figures/read.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { plainDay } from "~/platform/london";
import { findAgreement, LEAST_MARKS } from "./agreement";
import { agreementTables, groupCode } from "./agreement-tables";
import { may } from "./may";
import { type BoardRow, findBoardRow } from "./read.server";
import { listFinders, listMarks, listStatements } from "./read-statements.server";
import { standingOf } from "./rules";

/** The public picture changes at most once in so many minutes. */
const PAUSE_MINUTES = 50;

/** What agreement figures are about, for the figures room. */
export const agreementSubject = (boardId: string) => ({ kind: "idea_agreement", id: boardId });

/** The same board has the same seed for ever, so that the same marks give the same picture. */
export const seedOf = (boardId: string): number =>
  createHash("sha256").update(`agreement\n${boardId}`).digest().readUInt16BE(0);

/**
 * Looks anew at what people who marked a board's statements agree on, and shows it where the gate lets it through.
 * system only: the clock asks for it, so that nobody can make the picture move with one mark.
 */
export async function refreshAgreement(
  ctx: Ctx,
  input: { boardId: string },
): Promise<{ ok: true; outcome: string }> {
  const locks = [`ideas:${input.boardId}`, figuresLock(agreementSubject(input.boardId))];
  return write(ctx, { locks }, async (ctx) => {
    if (!may.refreshAgreement(ctx.actor)) throw new Error("Only the house looks for agreement.");
    const board = await findBoardRow(ctx, { id: input.boardId });
    if (!board?.findsAgreement || board.state !== "published") return { ok: true as const, outcome: "none" };
    const statements = await listStatements(ctx, board.id, "shown");
    const marked = await listMarks(ctx, board.id);
    const seed = seedOf(board.id);
    const found = findAgreement(marked, seed);
    if (found.groups.length === 0) return { ok: true as const, outcome: "too_few" };
    const subject = agreementSubject(board.id);
    const figures = (round: number) => ({
      ...{ subject, title: `What people agree on: ${board.title}`, asAt: ctx.now },
      definition: definitionOf(board, ctx.now),
      tables: agreementTables(statements, marked, found, round),
    });
    const { number = 0 } = (await findFigures(ctx, subject)) ?? {};
    if (number > 0 && (await composeFigures(ctx, figures(number))).kind === "same") {
      return { ok: true as const, outcome: "same" };
    }
    const published = await publishFigures(ctx, figures(number + 1));
    if (published.outcome !== "new" || !published.figures) {
      return { ok: true as const, outcome: published.outcome };
    }
    const kept = {
      ...{ boardId: board.id, editionId: published.figures.id, seed, joined: found.joined, at: ctx.now },
      groups: found.groups.map(({ at: [x, y] }, n) => ({ code: groupCode(n), x: tens(x), y: tens(y) })),
    };
    await ctx.db
      .insert(ideaAgreements)
      .values({ id: newId(), ...kept })
      .onConflictDoUpdate({ target: ideaAgreements.boardId, set: kept });
    await audit(
      ctx,
      "ideas.agreement_shown",
      { kind: "idea_board", id: board.id },
      { groups: kept.groups.length },
    );
    return { ok: true as const, outcome: "new" };
  });
}

/** A place in the picture, coarse enough to tell nothing of one person's marks. */
const tens = (share: number) => Math.round(share * 10) * 10;

const definitionOf = (board: BoardRow, now: Date) => ({
  counts: `Browsers in which at least ${LEAST_MARKS} statements were marked, by whom they mark alike`,
  source: `Marks given on the board “${board.title}”. What was put aside as one source’s flood is not counted.`,
  period: `${plainDay(board.opensAt)} to ${plainDay(now < board.closesAt ? now : board.closesAt)}`,
});

/** Looks anew at every board that is open, and once more at those that have closed since. system only: the clock asks for it. */
export async function refreshAgreements(ctx: Ctx): Promise<void> {
  const boards = await listFinders(ctx);
  const soon = ctx.now.getTime() - PAUSE_MINUTES * 60_000;
  for (const { board, at } of boards) {
    const isOver = standingOf(board, ctx.now) === "closed" && at !== null && at >= board.closesAt;
    if (isOver || (at !== null && at.getTime() > soon)) continue;
    await refreshAgreement(ctx, { boardId: board.id });
  }
}
