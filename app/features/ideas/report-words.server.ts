import { and, eq } from "drizzle-orm";
import { ideaComments, ideaReports } from "~/db/tables/ideas-comments";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { keyed } from "~/platform/secret-links.server";
import { may } from "./may";
import { reportForm } from "./moderation-forms";
import { openCase, type Subject } from "./open-case.server";
import { findIdea } from "./read.server";
import { fieldsOf } from "./schema";

/** Which words, why, and from which browser. */
export type Reporting = {
  board: string;
  idea: string;
  /** The comment; without one the idea itself. */
  comment: string | null;
  typed: unknown;
  /** The browser's token: a second report from it is the first one. */
  device: string;
  limitBy: string | null;
};

/** Reported; or why not. */
export type Reported = { ok: true } | Refusal<"invalid" | "missing" | "too_many">;

const LIMIT: Limit = { name: "report", most: 30, minutes: 10 };

/**
 * Says that an idea or a comment should be looked at. It stays until a person has looked: nobody can make words go
 * by pressing a button. Counts once from each browser.
 */
export async function reportWords(ctx: Ctx, input: Reporting): Promise<Reported> {
  const parsed = reportForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { reason } = parsed.data;
  const found = await findIdea(ctx, input.board, input.idea);
  if (!found?.seen) return { ok: false, reason: "missing" };
  const { board, idea } = found.seen;
  return write(ctx, { locks: [`ideas:${board.id}`] }, async (ctx): Promise<Reported> => {
    if (!may.report(ctx.actor, board)) return { ok: false, reason: "missing" };
    const ideaId = input.comment ? await ideaOfComment(ctx, input.comment) : idea.id;
    if (!ideaId) return { ok: false, reason: "missing" };
    const subject: Subject = input.comment
      ? { kind: "comment", id: input.comment }
      : { kind: "idea", id: idea.id };
    if (input.limitBy && !(await withinLimit(ctx, LIMIT, input.limitBy))) {
      return { ok: false, reason: "too_many" };
    }
    const kept = await ctx.db
      .insert(ideaReports)
      .values({
        ...{ id: newId(), subjectKind: subject.kind, subjectId: subject.id, reason },
        ...{ reporter: keyed(ctx.secret, "report", input.device), isOpen: true, at: ctx.now },
      })
      .onConflictDoNothing()
      .returning({ id: ideaReports.id });
    if (kept.length === 0) return { ok: true };
    const isWorrying = reason === "worry";
    await audit(ctx, "ideas.reported", subject, { reason });
    await openCase(ctx, { subject, boardId: board.id, ideaId, cause: "report", flags: [], isWorrying });
    return { ok: true };
  });
}

/** The idea that a shown comment is on, or null. */
async function ideaOfComment(ctx: Ctx, id: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ ideaId: ideaComments.ideaId })
    .from(ideaComments)
    .where(and(eq(ideaComments.id, id), eq(ideaComments.state, "live")));
  return row?.ideaId ?? null;
}
