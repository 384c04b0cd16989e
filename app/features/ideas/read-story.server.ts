import { and, asc, eq, ne } from "drizzle-orm";
import { ideaSplits, ideas } from "~/db/tables/ideas";
import type { Ctx } from "~/platform/context.server";
import { type IdeaRow, listIdeasById } from "./read.server";

/** An idea by its name and address. */
export type IdeaLinked = Pick<IdeaRow, "id" | "slug" | "title" | "locale" | "shownName">;

/** What went into an idea and what it was parted from: with the names of all who share the credit. */
export type IdeaStory = { merged: IdeaLinked[]; splitFrom: IdeaLinked | null; splitInto: IdeaLinked[] };

/** How an idea came to be as it is, as far as it is shown. */
export async function getStory(ctx: Ctx, idea: IdeaRow): Promise<IdeaStory> {
  const merged = await ctx.db
    .select({
      id: ideas.id,
      slug: ideas.slug,
      title: ideas.title,
      locale: ideas.locale,
      shownName: ideas.shownName,
    })
    .from(ideas)
    .where(and(eq(ideas.standsInId, idea.id), ne(ideas.id, idea.id)))
    .orderBy(asc(ideas.createdAt), asc(ideas.id));
  const splits = await ctx.db.select().from(ideaSplits).where(eq(ideaSplits.fromId, idea.id));
  const [own] = await ctx.db.select().from(ideaSplits).where(eq(ideaSplits.ideaId, idea.id));
  const others = await listIdeasById(ctx, [...splits.map((one) => one.ideaId), ...(own ? [own.fromId] : [])]);
  const linked = (id: string): IdeaLinked[] => {
    const found = others.get(id)?.idea;
    return found ? [found] : [];
  };
  return {
    merged,
    splitFrom: (own && linked(own.fromId)[0]) ?? null,
    splitInto: splits.flatMap((one) => linked(one.ideaId)),
  };
}
