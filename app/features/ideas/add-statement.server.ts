import { and, count, eq, ne } from "drizzle-orm";
import { ideaStatements } from "~/db/tables/ideas-statements";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { statementForm } from "./moderation-forms";
import { findBoardRow, findShownId } from "./read.server";
import { fieldsOf } from "./schema";

/** More statements than this nobody marks to the end. */
export const MOST_STATEMENTS = 30;

/** Added; or why not. `full`: there are as many as people will mark. */
export type StatementAdded =
  | { ok: true; id: string }
  | Refusal<"invalid" | "missing" | "not_allowed" | "full">;

/** Writes a sentence that people mark, of an idea or of one's own. Somebody else reads it before it is shown. */
export async function addStatement(
  ctx: Ctx,
  input: { board: string; typed: unknown },
): Promise<StatementAdded> {
  const parsed = statementForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { text, idea } = parsed.data;
  const found = await findBoardRow(ctx, { slug: input.board });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${found.id}`] }, async (ctx): Promise<StatementAdded> => {
    const board = await findBoardRow(ctx, { id: found.id });
    if (!board?.findsAgreement || !may.read(ctx.actor, board)) return { ok: false, reason: "missing" };
    if (!may.add(ctx.actor, board)) return { ok: false, reason: "not_allowed" };
    const ideaId = idea ? await findShownId(ctx, board.id, idea) : null;
    if (idea && !ideaId)
      return { ok: false, reason: "invalid", fields: { idea: ["Choose an idea from the list"] } };
    const [row] = await ctx.db
      .select({ n: count() })
      .from(ideaStatements)
      .where(and(eq(ideaStatements.boardId, board.id), ne(ideaStatements.state, "withdrawn")));
    if ((row?.n ?? 0) >= MOST_STATEMENTS) return { ok: false, reason: "full" };
    const id = newId();
    await ctx.db.insert(ideaStatements).values({
      ...{ id, boardId: board.id, ideaId, text, state: "waiting" as const, position: (row?.n ?? 0) + 1 },
      ...{ addedBy: ctx.actor.kind === "account" ? ctx.actor.id : null, createdAt: ctx.now },
    });
    await audit(ctx, "ideas.statement_added", { kind: "idea_statement", id }, { board: board.id });
    return { ok: true, id };
  });
}
