import { and, asc, count, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { neighbourhoods, organisations, themes } from "~/db/tables/places";
import { officialResponses, officialResponseVersions, responseThemes } from "~/db/tables/responses";
import { answerableThings } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { KINDS, type Kind } from "./rules";

/** A response's row. */
export type ResponseRow = typeof officialResponses.$inferSelect;
/** The row of something that is answered or waits for it. */
export type ThingRow = typeof answerableThings.$inferSelect;

/** A response with what pages show beside it. */
export type ResponseSeen = {
  response: ResponseRow;
  thing: ThingRow;
  organisation: { slug: string; name: string };
  neighbourhood: { slug: string; name: string; palette: string } | null;
};

const isOf = and(
  eq(answerableThings.kind, officialResponses.thingKind),
  eq(answerableThings.id, officialResponses.thingId),
);

/** Responses with their thing, organisation and neighbourhood, to be narrowed. */
export function selectSeen(ctx: Ctx) {
  return ctx.db
    .select({
      response: officialResponses,
      thing: answerableThings,
      organisation: { slug: organisations.slug, name: organisations.name },
      neighbourhood: {
        slug: neighbourhoods.slug,
        name: neighbourhoods.name,
        palette: neighbourhoods.palette,
      },
    })
    .from(officialResponses)
    .innerJoin(answerableThings, isOf)
    .innerJoin(organisations, eq(organisations.id, officialResponses.organisationId))
    .leftJoin(neighbourhoods, eq(neighbourhoods.id, officialResponses.neighbourhoodId));
}

/** What everyone may see: published answers to what is not hidden. Lists anywhere ask this and nothing else. */
export const SHOWN = and(eq(officialResponses.state, "published"), eq(answerableThings.hidden, false));
/** Of these, the one that stands for each thing. */
export const STANDING = and(SHOWN, eq(answerableThings.responseId, officialResponses.id));

/** Published answers to things of one kind, the newest first, by id of the thing. What is hidden has none. */
export async function listResponses(
  ctx: Ctx,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, ResponseSeen[]>> {
  if (ids.length === 0) return new Map();
  const rows = await selectSeen(ctx)
    .where(and(SHOWN, eq(officialResponses.thingKind, kind), inArray(officialResponses.thingId, [...ids])))
    .orderBy(desc(officialResponses.publishedAt), desc(officialResponses.id));
  const found = new Map<string, ResponseSeen[]>();
  for (const row of rows) {
    found.set(row.response.thingId, [...(found.get(row.response.thingId) ?? []), row]);
  }
  return found;
}

/** The response as everyone may see it, or null: drafts, withdrawn and hidden ones answer like missing ones. */
export async function findShown(ctx: Ctx, id: string): Promise<ResponseSeen | null> {
  const [row] = await selectSeen(ctx).where(and(SHOWN, eq(officialResponses.id, id)));
  return row ?? null;
}

/** The response with this id whatever became of it; staff pages and verbs judge who may see it. */
export async function findResponse(ctx: Ctx, id: string): Promise<ResponseSeen | null> {
  const [row] = await selectSeen(ctx).where(eq(officialResponses.id, id));
  return row ?? null;
}

/** Published answers with these ids that everyone may see. */
export async function listShownById(ctx: Ctx, ids: readonly string[]): Promise<ResponseSeen[]> {
  if (ids.length === 0) return [];
  return selectSeen(ctx).where(and(SHOWN, inArray(officialResponses.id, [...ids])));
}

/** How the public list is narrowed; `after` is the key of the last one on the page before. */
export type StandingFilter = {
  kind?: Kind;
  neighbourhoodId?: string;
  themeIds?: readonly string[];
  after?: string;
};

/** One page of answers that stand, the newest first, and the key of the next page. */
export async function listStanding(ctx: Ctx, filter: StandingFilter, limit = 20) {
  const rows = await selectSeen(ctx)
    .where(and(narrowed(filter), afterKey(filter.after)))
    .orderBy(desc(officialResponses.publishedAt), desc(officialResponses.id))
    .limit(limit + 1);
  const responses = rows.slice(0, limit);
  const last = responses.at(-1)?.response;
  const next = rows.length > limit && last?.publishedAt ? keyOf(last.publishedAt, last.id) : null;
  return { responses, next };
}

/** How many answers stand of each kind, narrowed the same way but for the kind. */
export async function countStanding(ctx: Ctx, filter: StandingFilter): Promise<Record<Kind, number>> {
  const rows = await ctx.db
    .select({ kind: officialResponses.kind, n: count() })
    .from(officialResponses)
    .innerJoin(answerableThings, isOf)
    .where(narrowed({ ...filter, kind: undefined }))
    .groupBy(officialResponses.kind);
  const of = (kind: Kind) => rows.find((row) => row.kind === kind)?.n ?? 0;
  return Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])) as Record<Kind, number>;
}

function narrowed({ kind, neighbourhoodId, themeIds }: StandingFilter): SQL | undefined {
  const about = themeIds
    ? sql`exists (select 1 from ${responseThemes} where ${responseThemes.responseId} = ${officialResponses.id} and ${inArray(responseThemes.themeId, [...themeIds])})`
    : undefined;
  return and(
    STANDING,
    kind ? eq(officialResponses.kind, kind) : undefined,
    neighbourhoodId ? eq(officialResponses.neighbourhoodId, neighbourhoodId) : undefined,
    about,
  );
}

const keyOf = (at: Date, id: string) => `${at.getTime().toString(36)}.${id}`;

function afterKey(key: string | undefined): SQL | undefined {
  const [, time = "", id = ""] = /^([0-9a-z]{1,11})\.([\w-]{1,60})$/.exec(key ?? "") ?? [];
  if (!id) return undefined;
  const at = new Date(Number.parseInt(time, 36));
  return or(
    lt(officialResponses.publishedAt, at),
    and(eq(officialResponses.publishedAt, at), lt(officialResponses.id, id)),
  );
}

/** What responses are about, in residents' words, by id of the response. */
export async function listThemesOf(ctx: Ctx, ids: readonly string[]) {
  const found = new Map<string, { slug: string; plainLabel: string }[]>();
  if (ids.length === 0) return found;
  const rows = await ctx.db
    .select({ of: responseThemes.responseId, slug: themes.slug, plainLabel: themes.plainLabel })
    .from(responseThemes)
    .innerJoin(themes, eq(themes.id, responseThemes.themeId))
    .where(inArray(responseThemes.responseId, [...ids]))
    .orderBy(asc(themes.plainLabel));
  for (const { of, slug, plainLabel } of rows) {
    found.set(of, [...(found.get(of) ?? []), { slug, plainLabel }]);
  }
  return found;
}

/** Ids of the themes of one response. */
export async function listThemeIds(ctx: Ctx, responseId: string): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: responseThemes.themeId })
    .from(responseThemes)
    .where(eq(responseThemes.responseId, responseId));
  return rows.map((row) => row.id);
}

/** How a response read before its corrections, the last first. */
export async function listVersions(ctx: Ctx, responseId: string) {
  return ctx.db
    .select()
    .from(officialResponseVersions)
    .where(eq(officialResponseVersions.responseId, responseId))
    .orderBy(desc(officialResponseVersions.version));
}

/** Addresses of all answers that stand, for the site map. */
export async function listStandingIds(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .select({ id: officialResponses.id })
    .from(officialResponses)
    .innerJoin(answerableThings, isOf)
    .where(STANDING)
    .orderBy(desc(officialResponses.publishedAt))
    .limit(5000);
  return rows.map((row) => row.id);
}

/** The row of a thing on the register, or null. */
export async function findThing(ctx: Ctx, { kind, id }: Thing): Promise<ThingRow | null> {
  const [row] = await ctx.db
    .select()
    .from(answerableThings)
    .where(and(eq(answerableThings.kind, kind), eq(answerableThings.id, id)));
  return row ?? null;
}

/** Everything that was ever answered about a thing, drafts and withdrawn ones too, the newest first. For staff. */
export async function listAllAbout(ctx: Ctx, { kind, id }: Thing): Promise<ResponseSeen[]> {
  return selectSeen(ctx)
    .where(and(eq(officialResponses.thingKind, kind), eq(officialResponses.thingId, id)))
    .orderBy(desc(officialResponses.createdAt), desc(officialResponses.id));
}
