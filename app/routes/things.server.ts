import { listFeedbackSources, listNoteSources } from "~/features/events/read-sources.server";
import { listIdeasById } from "~/features/ideas/read.server";
import { listThemes } from "~/features/places/read-themes.server";
import { listQuestionSources } from "~/features/surveys/read-sources.server";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";

/** What a thing of any room is called where everyone may see it, its page, and when it was said. */
export type ThingShown = Thing & { title: string; path: string; at: Date };

/** Keys things by kind and id, for a map. */
export const thingKey = ({ kind, id }: Thing) => `${kind} ${id}`;

/** The rooms in which something is said, by the word that links have for it. */
const SOURCES: Readonly<Record<string, (ctx: Ctx, ids: readonly string[]) => Promise<Omit<ThingShown, "kind">[]>>> = {
  event_note: listNoteSources,
  feedback: listFeedbackSources,
  survey_question: listQuestionSources,
  idea: async (ctx, ids) =>
    [...(await listIdeasById(ctx, ids)).values()].map(({ idea, board }) => ({
      id: idea.id,
      title: idea.title,
      path: `/ideas/${board.slug}/${idea.slug}`,
      at: idea.publishedAt ?? idea.createdAt,
    })),
  theme: async (ctx, ids) =>
    (await listThemes(ctx))
      .filter((theme) => ids.includes(theme.id))
      .map(({ id, slug, plainLabel }) => ({ id, title: plainLabel, path: `/themes/${slug}`, at: new Date(0) })),
};

/** Where things were said, as everyone may see it: what is hidden or gone is left out. By `thingKey`. */
export async function findThingsShown(ctx: Ctx, things: readonly Thing[]): Promise<Map<string, ThingShown>> {
  const found = new Map<string, ThingShown>();
  for (const [kind, source] of Object.entries(SOURCES)) {
    const ids = things.filter((thing) => thing.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const one of await source(ctx, ids)) found.set(thingKey({ kind, id: one.id }), { kind, ...one });
  }
  return found;
}
