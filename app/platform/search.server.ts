import { and, eq, inArray, or } from "drizzle-orm";
import { type Found, findByWords } from "~/db/search.server";
import { searchEntries } from "~/db/tables/platform";
import type { Ctx } from "./context.server";
import type { Thing } from "./links.server";

/** Everything public that holds all the words, best first. What is hidden has no entry to be found. */
export async function searchFor(ctx: Ctx, words: string): Promise<Found[]> {
  return findByWords(ctx.db, words, { limit: 50 });
}

/** Something public with its title and address. */
export type ThingShown = Thing & { title: string; path: string };

const shown = {
  kind: searchEntries.kind,
  id: searchEntries.subjectId,
  title: searchEntries.title,
  path: searchEntries.path,
};

/** Titles and addresses of things, in the order given, as far as everybody may see them: what is hidden has no entry. */
export async function listThings(ctx: Ctx, things: readonly Thing[]): Promise<ThingShown[]> {
  if (things.length === 0) return [];
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  const idsOf = (kind: string) => things.filter((thing) => thing.kind === kind).map(({ id }) => id);
  const rows = await ctx.db
    .select(shown)
    .from(searchEntries)
    .where(
      or(
        ...kinds.map((kind) =>
          and(eq(searchEntries.kind, kind), inArray(searchEntries.subjectId, idsOf(kind))),
        ),
      ),
    );
  return things.flatMap((thing) => rows.find(({ kind, id }) => kind === thing.kind && id === thing.id) ?? []);
}

/** The public thing whose page has this address, or null. */
export async function findThingAt(ctx: Ctx, path: string): Promise<ThingShown | null> {
  const [row] = await ctx.db.select(shown).from(searchEntries).where(eq(searchEntries.path, path));
  return row ?? null;
}
