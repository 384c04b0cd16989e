import { and, eq } from "drizzle-orm";
import { ideaCases } from "~/db/tables/ideas-moderation";
import { audit } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { callNext } from "./call-next.server";
import { isWorrying, needsHuman } from "./moderation";
import type { BoardRow, IdeaRow } from "./read.server";

/** An idea or a comment that a person has to look at. */
export type Subject = { kind: "idea" | "comment"; id: string };

/** Which words, where they stand, and why somebody has to look. */
export type Opening = {
  subject: Subject;
  boardId: string;
  ideaId: string;
  cause: (typeof ideaCases.$inferSelect)["cause"];
  flags: readonly string[];
  isWorrying: boolean;
};

/**
 * Puts words before a person, once: words that already wait only become more urgent. Where somebody may be in
 * danger, whoever's turn it is is told at once. Inside a write. Returns the id of the case.
 */
export async function openCase(ctx: Ctx, from: Opening): Promise<string> {
  const { subject, flags, isWorrying } = from;
  const [waiting] = await ctx.db
    .select()
    .from(ideaCases)
    .where(
      and(
        eq(ideaCases.subjectKind, subject.kind),
        eq(ideaCases.subjectId, subject.id),
        eq(ideaCases.state, "open"),
      ),
    );
  if (waiting) {
    const isNews = isWorrying && !waiting.isWorrying;
    const both = [...new Set([...waiting.flags, ...flags])];
    await ctx.db
      .update(ideaCases)
      .set({ flags: both, isWorrying: isWorrying || waiting.isWorrying })
      .where(eq(ideaCases.id, waiting.id));
    if (isNews) await callNext(ctx, waiting.id);
    return waiting.id;
  }
  const id = newId();
  await ctx.db.insert(ideaCases).values({
    ...{ id, subjectKind: subject.kind, subjectId: subject.id, boardId: from.boardId, ideaId: from.ideaId },
    ...{ cause: from.cause, flags: [...flags], isWorrying, openedAt: ctx.now, state: "open" as const },
  });
  await audit(ctx, "ideas.case_opened", subject, { cause: from.cause, worrying: isWorrying });
  if (isWorrying) await callNext(ctx, id);
  return id;
}

/** Puts a new idea before a person where it waits for one. Inside a write. */
export async function openCaseOfIdea(ctx: Ctx, board: BoardRow, idea: IdeaRow): Promise<void> {
  if (idea.state !== "held") return;
  await openCase(ctx, {
    ...{ subject: { kind: "idea", id: idea.id }, boardId: board.id, ideaId: idea.id, flags: idea.flags },
    ...{ cause: needsHuman(idea.flags) ? "words" : "board", isWorrying: isWorrying(idea.flags) },
  });
}
