import { and, asc, eq, inArray } from "drizzle-orm";
import { ideaBoards, ideas } from "~/db/tables/ideas";
import { ideaAgreements, ideaMarks, ideaStatements } from "~/db/tables/ideas-statements";
import { findEdition } from "~/features/figures/read.server";
import type { Ctx } from "~/platform/context.server";
import type { Marked } from "./agreement";
import { markerOf } from "./marker.server";
import type { BoardRow } from "./read.server";
import { standingOf } from "./rules";

/** A statement's row. */
export type StatementRow = typeof ideaStatements.$inferSelect;

/** A statement with its board, whatever became of it; for verbs. */
export async function findStatement(
  ctx: Ctx,
  id: string,
): Promise<{ statement: StatementRow; board: BoardRow } | null> {
  const [row] = await ctx.db
    .select({ statement: ideaStatements, board: ideaBoards })
    .from(ideaStatements)
    .innerJoin(ideaBoards, eq(ideaBoards.id, ideaStatements.boardId))
    .where(eq(ideaStatements.id, id));
  return row ?? null;
}

/** Every statement of a board that is in one of the states, in their order; for staff and for verbs. */
export async function listStatements(
  ctx: Ctx,
  boardId: string,
  ...states: StatementRow["state"][]
): Promise<StatementRow[]> {
  return ctx.db
    .select()
    .from(ideaStatements)
    .where(and(eq(ideaStatements.boardId, boardId), inArray(ideaStatements.state, states)))
    .orderBy(asc(ideaStatements.position), asc(ideaStatements.id));
}

/** The ideas that statements are from, where they are shown: by id of the idea. */
export async function listSources(ctx: Ctx, statements: readonly StatementRow[]) {
  const ids = statements.flatMap(({ ideaId }) => ideaId ?? []);
  if (ids.length === 0) return new Map<string, { slug: string; title: string }>();
  const rows = await ctx.db
    .select({ id: ideas.id, slug: ideas.slug, title: ideas.title })
    .from(ideas)
    .where(and(inArray(ideas.id, ids), eq(ideas.state, "live")));
  return new Map(rows.map(({ id, ...idea }) => [id, idea]));
}

/** What one browser has marked on a board: by id of the statement. */
export async function listOwnMarks(ctx: Ctx, statements: readonly StatementRow[], marker: string) {
  if (statements.length === 0) return new Map<string, Marked["mark"]>();
  const rows = await ctx.db
    .select({ statement: ideaMarks.statementId, mark: ideaMarks.mark })
    .from(ideaMarks)
    .where(
      and(
        eq(ideaMarks.marker, marker),
        inArray(
          ideaMarks.statementId,
          statements.map(({ id }) => id),
        ),
      ),
    );
  return new Map(rows.map(({ statement, mark }) => [statement, mark]));
}

/** Every mark that counts on the shown statements of a board. By person: for the agreement finder alone. */
export async function listMarks(ctx: Ctx, boardId: string): Promise<Marked[]> {
  return ctx.db
    .select({ person: ideaMarks.marker, statement: ideaMarks.statementId, mark: ideaMarks.mark })
    .from(ideaMarks)
    .innerJoin(ideaStatements, eq(ideaStatements.id, ideaMarks.statementId))
    .where(
      and(
        eq(ideaStatements.boardId, boardId),
        eq(ideaStatements.state, "shown"),
        eq(ideaMarks.standing, "counted"),
      ),
    );
}

/** What a board's agreement page shows, or null before its first round. */
export async function findAgreementSeen(ctx: Ctx, boardId: string) {
  const [kept] = await ctx.db.select().from(ideaAgreements).where(eq(ideaAgreements.boardId, boardId));
  if (!kept) return null;
  const edition = kept.editionId ? await findEdition(ctx, kept.editionId) : null;
  return { ...kept, edition };
}

/** The statement that somebody marks now: the one asked for, else the first that their browser has not marked. */
export async function getMarking(ctx: Ctx, board: BoardRow, by: { device: string; n: number | null }) {
  const statements = await listStatements(ctx, board.id, "shown");
  const marks = await listOwnMarks(ctx, statements, markerOf(ctx, board.id, by.device));
  const open = statements.findIndex(({ id }) => !marks.has(id));
  const n = by.n ?? (open < 0 ? statements.length : open) + 1;
  const statement = statements[n - 1] ?? null;
  return {
    statement: statement && { id: statement.id, text: statement.text },
    n,
    of: statements.length,
    mine: statement ? (marks.get(statement.id) ?? null) : null,
    standing: standingOf(board, ctx.now),
  };
}

/** True where everybody may see what a board's people agree on. */
export async function isAgreementOut(ctx: Ctx, boardId: string): Promise<boolean> {
  const [board] = await ctx.db
    .select({ id: ideaBoards.id })
    .from(ideaBoards)
    .where(
      and(eq(ideaBoards.id, boardId), eq(ideaBoards.findsAgreement, true), eq(ideaBoards.state, "published")),
    );
  return board !== undefined;
}

/** Published boards that look for agreement, and when each was last looked at. */
export async function listFinders(ctx: Ctx): Promise<{ board: BoardRow; at: Date | null }[]> {
  return ctx.db
    .select({ board: ideaBoards, at: ideaAgreements.at })
    .from(ideaBoards)
    .leftJoin(ideaAgreements, eq(ideaAgreements.boardId, ideaBoards.id))
    .where(and(eq(ideaBoards.findsAgreement, true), eq(ideaBoards.state, "published")));
}
