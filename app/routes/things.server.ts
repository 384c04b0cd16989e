import {
  findFeedbackToAnswer,
  findNoteToAnswer,
  listFeedbackSources,
  listNoteSources,
} from "~/features/events/read-sources.server";
import { listIdeasById, listIdeaThemes } from "~/features/ideas/read.server";
import { listThemes } from "~/features/places/read-themes.server";
import { findQuestionToAnswer, listQuestionSources } from "~/features/surveys/read-sources.server";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { dayOf } from "~/platform/london";

/** What a thing of any room is called where everyone may see it, its page, and when it was said. */
export type ThingShown = Thing & { title: string; path: string; at: Date };

/** Keys things by kind and id, for a map. */
export const thingKey = ({ kind, id }: Thing) => `${kind} ${id}`;

/** The rooms in which something is said, by the word that links have for it. */
const SOURCES: Readonly<
  Record<string, (ctx: Ctx, ids: readonly string[]) => Promise<Omit<ThingShown, "kind">[]>>
> = {
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
      .map(({ id, slug, plainLabel }) => ({
        id,
        title: plainLabel,
        path: `/themes/${slug}`,
        at: new Date(0),
      })),
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

/** Something that staff may answer: its words, the day it was said, and where staff see it. */
export type ThingToAnswer = {
  words: string;
  day: string;
  neighbourhoodId: string | null;
  themes: string[];
  title: string;
  path: string;
};

/** A thing as it is there to be answered by this actor, or null: what they may not see answers like a missing one. */
export async function findThingToAnswer(ctx: Ctx, { kind, id }: Thing): Promise<ThingToAnswer | null> {
  if (kind === "event_note") return findNoteToAnswer(ctx, id);
  if (kind === "feedback") return findFeedbackToAnswer(ctx, id);
  if (kind === "survey_question") return findQuestionToAnswer(ctx, id);
  if (kind === "theme") return themeToAnswer(ctx, id);
  return kind === "idea" ? ideaToAnswer(ctx, id) : null;
}

async function themeToAnswer(ctx: Ctx, id: string): Promise<ThingToAnswer | null> {
  const theme = (await listThemes(ctx)).find((one) => one.id === id);
  if (!theme) return null;
  const { slug, plainLabel, label } = theme;
  return {
    words: plainLabel,
    day: dayOf(ctx.now),
    neighbourhoodId: null,
    themes: [slug],
    title: label,
    path: `/manage/themes/${slug}`,
  };
}

async function ideaToAnswer(ctx: Ctx, id: string): Promise<ThingToAnswer | null> {
  const seen = (await listIdeasById(ctx, [id])).get(id);
  if (!seen) return null;
  const { idea, board } = seen;
  const about = (await listIdeaThemes(ctx, [id])).get(id) ?? [];
  return {
    words: idea.title,
    day: dayOf(idea.publishedAt ?? idea.createdAt),
    neighbourhoodId: idea.neighbourhoodId,
    themes: about.map(({ slug }) => slug),
    title: board.title,
    path: `/ideas/${board.slug}/${idea.slug}`,
  };
}
