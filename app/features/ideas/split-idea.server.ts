import { eq } from "drizzle-orm";
import { ideaSplits, ideas } from "~/db/tables/ideas";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { linkThings } from "~/platform/links.server";
import { indexIdea } from "./index-idea.server";
import { may } from "./may";
import { tellOfSplit } from "./messages";
import { keepIdea } from "./post-idea.server";
import { findIdeaWhole, listIdeaThemes } from "./read.server";
import { fieldsOf, splitForm } from "./schema";

/**
 * Makes two ideas out of one that held two. The author has the credit for both, with the same neighbourhood and
 * themes; the words as they were are kept. Support stays with the first: nobody is made to support what they did not
 * choose. The author is told once.
 */
export async function splitIdea(
  ctx: Ctx,
  { id, typed }: { id: string; typed: unknown },
): Promise<{ ok: true; slug: string } | Refusal<"missing" | "not_allowed" | "invalid">> {
  const found = await findIdeaWhole(ctx, id);
  if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
  if (!may.arrange(ctx.actor, found.board)) return { ok: false, reason: "not_allowed" };
  const parsed = splitForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { title, text, otherTitle, otherText, reason } = parsed.data;
  return write(ctx, { locks: [`ideas:${found.board.id}`] }, async (ctx) => {
    const seen = await findIdeaWhole(ctx, id);
    if (seen?.idea.state !== "live") return { ok: false, reason: "missing" };
    const { idea, board } = seen;
    const about = (await listIdeaThemes(ctx, [id])).get(id) ?? [];
    const other = await keepIdea(ctx, board, {
      title: otherTitle,
      text: otherText,
      themes: about.map((one) => one.slug),
      locale: idea.locale,
      neighbourhoodId: idea.neighbourhoodId,
      origin: idea.origin,
      addedBy: ctx.actor.kind === "account" ? ctx.actor.id : null,
      participantId: idea.participantId,
      shownName: idea.shownName,
      flags: [],
      submission: null,
      state: "live",
    });
    const before = { titleBefore: idea.title, textBefore: idea.text };
    await ctx.db.insert(ideaSplits).values({ ideaId: other.id, fromId: id, ...before, at: ctx.now });
    await ctx.db.update(ideas).set({ title, text }).where(eq(ideas.id, id));
    await linkThings(ctx, { cause: { kind: "idea", id }, effect: { kind: "idea", id: other.id } });
    await indexIdea(ctx, id);
    await tellOfSplit(ctx, { idea: { ...idea, title }, other, board, reason });
    await audit(ctx, "ideas.split", { kind: "idea", id }, { other: other.id });
    return { ok: true, slug: other.slug };
  });
}
