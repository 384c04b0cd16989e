import { ideaMarks } from "~/db/tables/ideas-statements";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { holdSource, sourceOf } from "./hold-source.server";
import { markerOf } from "./marker.server";
import { may } from "./may";
import { markForm } from "./moderation-forms";
import { findStatement } from "./read-statements.server";
import { type Standing, standingOf } from "./rules";
import { fieldsOf } from "./schema";

/** Which statement, what was said, and from which browser. */
export type Marking = {
  board: string;
  statement: string;
  typed: unknown;
  /** The browser's token. */
  device: string;
  limitBy: string | null;
};

/** Kept; or why not. */
export type MarkKept = { ok: true } | Refusal<"invalid" | "missing" | "too_many" | Exclude<Standing, "open">>;

const LIMIT: Limit = { name: "mark", most: 3000, minutes: 10 };

/** Says agree, disagree or pass to a statement; saying it again changes it. The record holds that, not what. */
export async function markStatement(ctx: Ctx, input: Marking): Promise<MarkKept> {
  const parsed = markForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { mark } = parsed.data;
  const seen = await findStatement(ctx, input.statement);
  if (!seen || seen.board.slug !== input.board) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`ideas:${seen.board.id}`] }, async (ctx): Promise<MarkKept> => {
    const found = await findStatement(ctx, input.statement);
    if (found?.statement.state !== "shown" || !may.mark(ctx.actor, found.board)) {
      return { ok: false, reason: "missing" };
    }
    const { board, statement } = found;
    const standing = standingOf(board, ctx.now);
    if (standing !== "open") return { ok: false, reason: standing };
    if (input.limitBy && !(await withinLimit(ctx, LIMIT, input.limitBy))) {
      return { ok: false, reason: "too_many" };
    }
    const marker = markerOf(ctx, board.id, input.device);
    const source = sourceOf(ctx, input.limitBy);
    await ctx.db
      .insert(ideaMarks)
      .values({ statementId: statement.id, marker, mark, standing: "counted", source, at: ctx.now })
      .onConflictDoUpdate({ target: [ideaMarks.statementId, ideaMarks.marker], set: { mark } });
    await audit(ctx, "ideas.marked", { kind: "idea_board", id: board.id });
    if (source) await holdSource(ctx, source);
    return { ok: true };
  });
}

/** Marks of many people at once. system only: history is loaded with it. */
export async function markMany(
  ctx: Ctx,
  input: {
    boardId: string;
    marks: readonly { statement: string; device: string; mark: "agree" | "disagree" | "pass" }[];
  },
): Promise<{ ok: true }> {
  return write(ctx, { locks: [`ideas:${input.boardId}`] }, async (ctx) => {
    if (!may.load(ctx.actor)) throw new Error("Only the house loads history.");
    const rows = input.marks.map(({ statement, device, mark }) => ({
      ...{ statementId: statement, marker: markerOf(ctx, input.boardId, device), mark },
      ...{ standing: "counted" as const, source: null, at: ctx.now },
    }));
    for (let done = 0; done < rows.length; done += 500) {
      await ctx.db.insert(ideaMarks).values(rows.slice(done, done + 500));
    }
    await audit(ctx, "ideas.marked", { kind: "idea_board", id: input.boardId }, { marks: rows.length });
    return { ok: true as const };
  });
}
