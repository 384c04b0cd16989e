import { and, asc, desc, eq, inArray, lt, or } from "drizzle-orm";
import { z } from "zod";
import { ideas, ideaThemes } from "~/db/tables/ideas";
import { themes } from "~/db/tables/places";
import { findNeighbourhood } from "~/features/places/read.server";
import type { Ctx, Refusal } from "~/platform/context.server";
import { londonTime } from "~/platform/london";
import {
  type ApiBoard,
  type ApiIdea,
  apiBoard,
  apiBoards,
  apiIdea,
  apiIdeaFilter,
  apiIdeas,
} from "./api-shape";
import { findBoard, findIdea, selectIdeas, shownIdeas } from "./read.server";
import { listBoards } from "./read-boards.server";

/** Where the open data of ideas begins. */
export const API_IDEAS = "/api/v1/ideas";

/** Published boards as programs get them: open ones first, then those to come, then the past. */
export async function exportBoards(ctx: Ctx): Promise<{ boards: ApiBoard[] }> {
  const all = [
    ...(await listBoards(ctx, "open")),
    ...(await listBoards(ctx, "not_yet")),
    ...(await listBoards(ctx, "closed")),
  ];
  const boards = all.map(({ board, ideas: shown }) => {
    const { slug, title, question, decides, support, opensAt, closesAt } = board;
    return apiBoard.parse({
      ...{ slug, title, question, decides, support, ideas: shown },
      opensAt: londonTime(opensAt),
      closesAt: londonTime(closesAt),
      url: `${ctx.origin}/ideas/${slug}`,
    });
  });
  return { boards };
}

type Page = { ok: true; page: { ideas: ApiIdea[]; next: string | null } };

/** One page of a board's shown ideas as programs get it, the newest first. Refuses filters that there are not. */
export async function exportIdeas(
  ctx: Ctx,
  boardSlug: string,
  query: URLSearchParams,
): Promise<Page | Refusal<"invalid" | "missing">> {
  const board = await findBoard({ ...ctx, actor: { kind: "anyone" } }, boardSlug);
  if (!board) return { ok: false, reason: "missing" };
  const parsed = apiIdeaFilter.safeParse(Object.fromEntries(query));
  if (!parsed.success) return invalid("", "There is no such filter, or its value is wrong.");
  const { neighbourhood, after, limit } = parsed.data;
  const near = neighbourhood ? await findNeighbourhood(ctx, neighbourhood) : null;
  if (neighbourhood && !near) return invalid("neighbourhood", "There is no such neighbourhood.");
  const last = after ? (await findIdea(ctx, board.slug, after))?.seen?.idea : null;
  if (after && !last?.publishedAt) return invalid("after", "There is no such idea.");
  const at = last?.publishedAt;
  const rows = await selectIdeas(ctx)
    .where(
      shownIdeas(
        eq(ideas.boardId, board.id),
        near ? eq(ideas.neighbourhoodId, near.id) : undefined,
        at && last
          ? or(lt(ideas.publishedAt, at), and(eq(ideas.publishedAt, at), lt(ideas.id, last.id)))
          : undefined,
      ),
    )
    .orderBy(desc(ideas.publishedAt), desc(ideas.id))
    .limit(limit + 1);
  const shown = rows.slice(0, limit);
  const about = await themeSlugs(
    ctx,
    shown.map(({ idea }) => idea.id),
  );
  const made = shown.map(({ idea, neighbourhood: where }) =>
    apiIdea.parse({
      ...{ slug: idea.slug, title: idea.title, text: idea.text, language: idea.locale, origin: idea.origin },
      neighbourhood: where && { slug: where.slug, name: where.name },
      themes: about.get(idea.id) ?? [],
      publishedAt: londonTime(idea.publishedAt ?? idea.createdAt),
      support: board.support === "none" ? null : idea.supportCount,
      comments: idea.commentCount,
      url: `${ctx.origin}/ideas/${board.slug}/${idea.slug}`,
    }),
  );
  const end = rows.length > limit ? shown.at(-1) : undefined;
  const more = new URLSearchParams(query);
  if (end) more.set("after", end.idea.slug);
  const next = end ? `${ctx.origin}${API_IDEAS}/${board.slug}?${more}` : null;
  return { ok: true, page: { ideas: made, next } };
}

const invalid = (field: string, problem: string): Refusal<"invalid"> => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [problem] },
});

async function themeSlugs(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({ id: ideaThemes.ideaId, slug: themes.slug })
    .from(ideaThemes)
    .innerJoin(themes, eq(themes.id, ideaThemes.themeId))
    .where(inArray(ideaThemes.ideaId, [...ids]))
    .orderBy(asc(themes.slug));
  for (const { id, slug } of rows) found.set(id, [...(found.get(id) ?? []), slug]);
  return found;
}

const answer = (description: string, name: string) => ({
  description,
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});

/** What the description of the open data says about ideas (OpenAPI 3.1), made from the shapes themselves. */
export function describeIdeas() {
  const registry = z.registry<{ id: string }>();
  for (const shape of [apiBoard, apiBoards, apiIdea, apiIdeas]) {
    registry.add(shape, { id: shape.meta()?.id ?? "" });
  }
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  const { properties = {} } = z.toJSONSchema(apiIdeaFilter, { io: "input" });
  const filters = Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as { description?: string };
    return { name, in: "query", required: false, description, schema };
  });
  return {
    paths: {
      [API_IDEAS]: {
        get: {
          operationId: "listIdeaBoards",
          summary: "Idea boards, those that are open first.",
          responses: { 200: answer("All published boards.", "IdeaBoards") },
        },
      },
      [`${API_IDEAS}/{board}`]: {
        get: {
          operationId: "listIdeas",
          summary: "A board's ideas, the newest first.",
          parameters: [{ name: "board", in: "path", required: true, schema: { type: "string" } }, ...filters],
          responses: {
            200: answer("One page of ideas.", "IdeaPage"),
            400: answer("A filter is wrong.", "Problem"),
            404: answer("There is no such board.", "Problem"),
          },
        },
      },
    },
    schemas: Object.fromEntries(
      Object.entries(made.schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
    ),
  };
}
