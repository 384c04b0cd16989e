import { eq } from "drizzle-orm";
import { ideaComments } from "~/db/tables/ideas-comments";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { type Limit, withinLimit } from "~/platform/limits.server";
import { keyed } from "~/platform/secret-links.server";
import { badgeOf } from "./badge";
import { countComments } from "./count-comments.server";
import { holdSource, sourceOf } from "./hold-source.server";
import { may } from "./may";
import { isWorrying, needsHuman } from "./moderation";
import { commentForm } from "./moderation-forms";
import { openCase } from "./open-case.server";
import { type BoardRow, findIdea, type IdeaRow } from "./read.server";
import { MOST, type Standing, standingOf } from "./rules";
import { fieldsOf } from "./schema";
import { screenWords } from "./screen-idea.server";

/** What comes with the form: which idea, what was typed, and how scripts are slowed down. */
export type Commenting = {
  board: string;
  idea: string;
  typed: unknown;
  locale: string;
  submissionId?: string;
  /** The visitor's address, for limits and for what comes from one source; null where neither applies. */
  limitBy: string | null;
};

type CommentState = (typeof ideaComments.$inferSelect)["state"];

/** The comment and where it stands. */
export type Commented = { ok: true; id: string; state: CommentState };

/** Why not. `paused`: nobody comments on this idea for now. */
export type NotCommented = Refusal<"invalid" | "missing" | "paused" | "too_many" | Exclude<Standing, "open">>;

/** Comments from one address: a library's shared computers pass, somebody who floods a page does not. */
const LIMIT: Limit = { name: "comment", most: 150, minutes: 10 };

/**
 * Says something about an idea. It is shown at once, unless the board has everything read first or something in the
 * words needs a person. Staff of the board speak with their name and what they are. The same form sent twice is one.
 */
export async function commentIdea(ctx: Ctx, input: Commenting): Promise<Commented | NotCommented> {
  const parsed = commentForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { text, name } = parsed.data;
  const found = await findIdea(ctx, input.board, input.idea);
  if (!found?.seen) return { ok: false, reason: "missing" };
  const { board } = found.seen;
  const badge = badgeOf(ctx.actor, board);
  const flags = badge ? [] : await screenWords(ctx, [text, name ?? ""]);
  const given = input.submissionId?.trim().slice(0, MOST.submissionId);
  const submission = given
    ? keyed(ctx.secret, "comment", found.seen.idea.id, given, JSON.stringify(parsed.data))
    : null;

  return write(ctx, { locks: [`ideas:${board.id}`] }, async (ctx): Promise<Commented | NotCommented> => {
    if (!may.comment(ctx.actor, board)) return { ok: false, reason: "missing" };
    const before = submission ? await sentBefore(ctx, submission) : null;
    if (before) return before;
    const now = await findIdea(ctx, input.board, input.idea);
    if (!now?.seen) return { ok: false, reason: "missing" };
    const { idea } = now.seen;
    const standing = standingOf(board, ctx.now);
    if (standing !== "open") return { ok: false, reason: standing };
    if (idea.commentsPaused) return { ok: false, reason: "paused" };
    if (input.limitBy && !(await withinLimit(ctx, LIMIT, input.limitBy))) {
      return { ok: false, reason: "too_many" };
    }
    const row = {
      ...{ id: newId(), ideaId: idea.id, text, locale: input.locale, flags, submission },
      ...{ shownName: badge ? badge.name : name, accountId: badge?.accountId ?? null },
      ...{ badge: badge?.role ?? null, source: sourceOf(ctx, input.limitBy), createdAt: ctx.now },
      state: firstState(board, flags, badge !== null),
    };
    await ctx.db.insert(ideaComments).values(row);
    await audit(ctx, "ideas.commented", { kind: "idea", id: idea.id }, { state: row.state });
    await held(ctx, { board, idea, id: row.id, flags, state: row.state });
    if (row.source) await holdSource(ctx, row.source);
    await countComments(ctx, [idea.standsInId]);
    return { ok: true, id: row.id, state: (await stateOf(ctx, row.id)) ?? row.state };
  });
}

function firstState(board: BoardRow, flags: readonly string[], byStaff: boolean): "live" | "held" {
  if (byStaff) return "live";
  return board.moderation === "before" || needsHuman(flags) ? "held" : "live";
}

async function held(
  ctx: Ctx,
  what: { board: BoardRow; idea: IdeaRow; id: string; flags: readonly string[]; state: CommentState },
): Promise<void> {
  if (what.state !== "held") return;
  await openCase(ctx, {
    ...{ subject: { kind: "comment", id: what.id }, boardId: what.board.id, ideaId: what.idea.id },
    ...{ cause: needsHuman(what.flags) ? "words" : "board", flags: what.flags },
    isWorrying: isWorrying(what.flags),
  });
}

async function stateOf(ctx: Ctx, id: string): Promise<CommentState | null> {
  const [row] = await ctx.db
    .select({ state: ideaComments.state })
    .from(ideaComments)
    .where(eq(ideaComments.id, id));
  return row?.state ?? null;
}

async function sentBefore(ctx: Ctx, submission: string): Promise<Commented | null> {
  const [row] = await ctx.db
    .select({ id: ideaComments.id, state: ideaComments.state })
    .from(ideaComments)
    .where(eq(ideaComments.submission, submission));
  return row ? { ok: true, ...row } : null;
}
