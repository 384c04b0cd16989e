import { desc, eq } from "drizzle-orm";
import { figureEditions, type GatedTable } from "~/db/tables/figures";
import { composeFigures, findFigures } from "~/features/figures/read.server";
import { listAllNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { type Compared, comparedIn, completenessOf, type Living, rowOfCollection } from "./compare";
import { whoAnsweredFigures, whoAnsweredSubject } from "./figures.server";
import { listPlaces, listTallies } from "./read.server";
import { getLiving, type Source } from "./read-population.server";
import { type Collection, type CollectionTold, yearOf } from "./rules";
import { CHARACTERISTIC_WORDS, CHARACTERISTICS } from "./words";

/** Years of which something is published, the newest first. */
export async function listPublishedYears(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ year: figureEditions.subjectId })
    .from(figureEditions)
    .where(eq(figureEditions.subjectKind, "who_answered"))
    .orderBy(desc(figureEditions.subjectId));
  return rows.map(({ year }) => year);
}

/** One characteristic of those who answered, beside those who live here. */
export type Section = {
  key: string;
  title: string;
  compared: Compared[];
  completeness: ReturnType<typeof completenessOf>;
  source: Source | null;
};

/** What is published of a year, and how it lies to who lives here; null before anything is. */
export async function findWhoAnswered(ctx: Ctx, year: string) {
  const figures = await findFigures(ctx, whoAnsweredSubject(year));
  if (!figures) return null;
  return { figures, ...(await besideLiving(ctx, figures.tables)) };
}

/** What would be published of a year now, true numbers having passed the gate: a new edition, or the newest again. */
export async function previewWhoAnswered(
  ctx: Ctx,
  { year, collections }: { year: string; collections: readonly CollectionTold[] },
) {
  const [tallies, places] = [await listTallies(ctx), await listPlaces(ctx)];
  const input = whoAnsweredFigures({ year, collections, tallies, places, asAt: ctx.now });
  if (input.tables.length === 0) return { kind: "nothing" as const };
  const composed = await composeFigures(ctx, input);
  if (composed.kind !== "new") return { kind: composed.kind };
  const { tables, withheld } = composed.gated;
  return { kind: "new" as const, tables, withheld, ...(await besideLiving(ctx, tables)) };
}

/** The row of one survey or event in what is published of its year, with its groups beside those who live here; null for none. */
export async function findCollectionRow(
  ctx: Ctx,
  collection: Pick<Collection, "kind"> & { slug: string; year: string },
) {
  const figures = await findFigures(ctx, whoAnsweredSubject(collection.year));
  const table = figures?.tables.find(({ id }) => id === "collection_by_ethnicity");
  if (!figures || !table) return null;
  const living = await getLiving(ctx);
  const code = `${collection.kind}_${collection.slug}`;
  const row = rowOfCollection(table, code, living.of.ethnicity ?? {});
  return (
    row && { year: collection.year, edition: figures.id, source: living.sources.ethnicity ?? null, ...row }
  );
}

/** What findCollectionRow finds. */
export type CollectionRow = NonNullable<Awaited<ReturnType<typeof findCollectionRow>>>;

async function besideLiving(ctx: Ctx, tables: readonly GatedTable[]) {
  const living = await getLiving(ctx);
  const tableOf = (id: string) => tables.find((table) => table.id === id);
  const sections = CHARACTERISTICS.flatMap((key): Section[] => {
    const table = tableOf(key);
    if (!table) return [];
    const source = living.sources[key] ?? null;
    const compared = comparedIn(table, living.of[key] ?? {});
    return [{ key, title: CHARACTERISTIC_WORDS[key], compared, completeness: completenessOf(table), source }];
  });
  const homes = tableOf("neighbourhood");
  const byCollection = tableOf("collection_by_ethnicity");
  const collections = (byCollection?.down.headings ?? []).flatMap(({ code, label }) => {
    const row = byCollection && rowOfCollection(byCollection, code, living.of.ethnicity ?? {});
    return row ? [{ code, label, ...row.completeness }] : [];
  });
  return {
    sections,
    homes: homes ? comparedIn(homes, await peopleByPlace(ctx)) : [],
    collections,
    byPlace: tableOf("neighbourhood_by_ethnicity") ?? null,
  };
}

/** How many people live in each neighbourhood, by its address. */
async function peopleByPlace(ctx: Ctx): Promise<Living> {
  const all = await listAllNeighbourhoods(ctx);
  return Object.fromEntries(all.map(({ slug, population }) => [slug, population]));
}

const YEARS_SHOWN = 5;

/** The financial years up to now, the newest first, each with its newest edition. */
export async function listYears(ctx: Ctx) {
  const first = Number(yearOf(ctx.now).slice(0, 4));
  const rows = await ctx.db
    .select({
      year: figureEditions.subjectId,
      number: figureEditions.number,
      publishedAt: figureEditions.publishedAt,
    })
    .from(figureEditions)
    .where(eq(figureEditions.subjectKind, "who_answered"))
    .orderBy(desc(figureEditions.number));
  return Array.from({ length: YEARS_SHOWN }, (_, back) => {
    const from = first - back;
    const year = `${from}-${String((from + 1) % 100).padStart(2, "0")}`;
    const edition = rows.find((row) => row.year === year) ?? null;
    return { year, edition, isOver: back > 0 };
  });
}
