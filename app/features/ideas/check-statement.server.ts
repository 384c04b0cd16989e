import { eq } from "drizzle-orm";
import { ideaStatements } from "~/db/tables/ideas-statements";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findStatement } from "./read-statements.server";

/** Done; or why not. `own`: whoever wrote it does not let it through. `changed`: it no longer waits. */
export type StatementChecked = { ok: true } | Refusal<"missing" | "not_allowed" | "own" | "changed">;

/** Lets a statement through, or takes it off: marks that were given stay, and count nowhere while it is off. */
export async function checkStatement(
  ctx: Ctx,
  input: { id: string; to: "shown" | "withdrawn" },
): Promise<StatementChecked> {
  const seen = await findStatement(ctx, input.id);
  if (!seen) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${seen.board.id}`] }, async (ctx): Promise<StatementChecked> => {
    const found = await findStatement(ctx, input.id);
    if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    const { statement, board } = found;
    if (!may.judge(ctx.actor, board)) return { ok: false, reason: "not_allowed" };
    if (statement.state === input.to) return { ok: true };
    if (input.to === "shown") {
      if (statement.state !== "waiting") return { ok: false, reason: "changed" };
      if (!may.checkStatement(ctx.actor, board, statement.addedBy)) return { ok: false, reason: "own" };
    }
    const checkedBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
    await ctx.db
      .update(ideaStatements)
      .set({ state: input.to, checkedBy })
      .where(eq(ideaStatements.id, input.id));
    const act = input.to === "shown" ? "ideas.statement_shown" : "ideas.statement_withdrawn";
    await audit(ctx, act, { kind: "idea_statement", id: input.id });
    return { ok: true };
  });
}
