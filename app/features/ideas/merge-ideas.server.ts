import { and, eq, inArray, isNull } from "drizzle-orm";
import { ideaMerges, ideas } from "~/db/tables/ideas";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { linkThings, unlinkThings } from "~/platform/links.server";
import { withdrawMessages } from "~/platform/outbox.server";
import { countComments } from "./count-comments.server";
import { countSupport } from "./count-support.server";
import { indexIdea } from "./index-idea.server";
import { may } from "./may";
import { tellOfMerge } from "./messages";
import { findIdeaWhole } from "./read.server";
import { fieldsOf, mergeForm } from "./schema";

type Merged = { ok: true; slug: string } | Refusal<"missing" | "not_allowed" | "invalid" | "not_merged">;

/**
 * Lets one idea go into another of the same board. Supporters are joined by person, not added: their rows stay where
 * they are, so that undoing it restores all exactly. Authors are named beside the idea that stands; authors, and
 * supporters of the one that goes, who left an address are told once. The old address leads to the other.
 */
export async function mergeIdeas(ctx: Ctx, input: { id: string; typed: unknown }): Promise<Merged> {
  const parsed = mergeForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { into: intoId, reason } = parsed.data;
  const found = await findIdeaWhole(ctx, input.id);
  if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  if (!may.arrange(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx): Promise<Merged> => {
    const [from, into] = [await findIdeaWhole(ctx, input.id), await findIdeaWhole(ctx, intoId)];
    if (from?.idea.state !== "live") return { ok: false, reason: "missing" };
    const fits = into?.idea.state === "live" && into.board.id === from.board.id && intoId !== input.id;
    if (!into || !fits) {
      return { ok: false, reason: "invalid", fields: { into: ["Choose another idea of this board"] } };
    }
    await ctx.db.update(ideas).set({ state: "merged", mergedIntoId: intoId }).where(eq(ideas.id, input.id));
    await ctx.db.update(ideas).set({ standsInId: intoId }).where(eq(ideas.standsInId, input.id));
    const mergeId = newId();
    await ctx.db.insert(ideaMerges).values({
      id: mergeId,
      mergedId: input.id,
      intoId,
      reason,
      mergedBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
      mergedAt: ctx.now,
      undoneAt: null,
    });
    await linkThings(ctx, ends(input.id, intoId));
    await countSupport(ctx, [intoId]);
    await countComments(ctx, [intoId]);
    for (const id of [input.id, intoId]) await indexIdea(ctx, id);
    await tellOfMerge(ctx, { from: from.idea, into: into.idea, board: into.board, reason, mergeId });
    await audit(ctx, "ideas.merged", { kind: "idea", id: input.id }, { into: intoId });
    return { ok: true, slug: into.idea.slug };
  });
}

/** Takes an idea out of the one that it went into: both are as they were, with what has been given to each since. */
export async function undoMerge(ctx: Ctx, { id }: { id: string }): Promise<Merged> {
  const found = await findIdeaWhole(ctx, id);
  if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  if (!may.arrange(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx): Promise<Merged> => {
    const merged = await findIdeaWhole(ctx, id);
    const intoId = merged?.idea.mergedIntoId;
    if (!merged || !intoId) return { ok: false, reason: "not_merged" };
    const stoodIn = merged.idea.standsInId;
    await ctx.db.update(ideas).set({ state: "live", mergedIntoId: null }).where(eq(ideas.id, id));
    const whole = await withThoseInIt(ctx, id);
    await ctx.db.update(ideas).set({ standsInId: id }).where(inArray(ideas.id, whole));
    await ctx.db
      .update(ideaMerges)
      .set({ undoneAt: ctx.now })
      .where(and(eq(ideaMerges.mergedId, id), isNull(ideaMerges.undoneAt)));
    await unlinkThings(ctx, ends(id, intoId));
    await withdrawMessages(ctx, { kind: "idea", ids: [id] }, `idea-merge:${id}:`);
    await countSupport(ctx, [id, stoodIn]);
    await countComments(ctx, [id, stoodIn]);
    for (const one of [id, stoodIn]) await indexIdea(ctx, one);
    await audit(ctx, "ideas.merge_undone", { kind: "idea", id }, { into: intoId });
    return { ok: true, slug: merged.idea.slug };
  });
}

const ends = (from: string, into: string) => ({
  cause: { kind: "idea", id: from },
  effect: { kind: "idea", id: into },
});

/** An idea and all that went into it, at whatever depth. */
async function withThoseInIt(ctx: Ctx, id: string): Promise<string[]> {
  const whole = [id];
  let last = [id];
  while (last.length > 0) {
    const rows = await ctx.db.select({ id: ideas.id }).from(ideas).where(inArray(ideas.mergedIntoId, last));
    last = rows.map((row) => row.id);
    whole.push(...last);
  }
  return whole;
}
