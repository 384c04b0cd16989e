import { and, desc, eq, isNull } from "drizzle-orm";
import { populationFigures, populationImports } from "~/db/tables/equality-population";
import { accounts } from "~/db/tables/people";
import { getBorough, listNeighbourhoods } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { groupOf } from "./code-lists";
import type { Living } from "./compare";

/** Where population figures are from. */
export type Source = { source: string; sourceDate: string; licence: string };

/** A figure that counts now. */
export type PopulationFigure = typeof populationFigures.$inferSelect;

/** An area that figures can be about, by its national code. */
export type Area = { code: string; name: string; kind: "borough" | "neighbourhood" };

/** The borough and its neighbourhoods. */
export async function listAreas(ctx: Ctx): Promise<Area[]> {
  const { gssCode, name } = await getBorough(ctx);
  const parts = (await listNeighbourhoods(ctx)).flatMap(({ externalCode, name }) =>
    externalCode ? [{ code: externalCode, name, kind: "neighbourhood" as const }] : [],
  );
  return [{ code: gssCode, name, kind: "borough" }, ...parts];
}

/** Figures that count now, of all areas. */
export async function listPopulation(ctx: Ctx): Promise<PopulationFigure[]> {
  return ctx.db.select().from(populationFigures).where(isNull(populationFigures.replacedAt));
}

/** How many people of each group live in the borough, by question, and where that is from. */
export async function getLiving(
  ctx: Ctx,
): Promise<{ of: Record<string, Living>; sources: Record<string, Source> }> {
  const { gssCode } = await getBorough(ctx);
  const isNow = and(isNull(populationFigures.replacedAt), eq(populationFigures.areaCode, gssCode));
  const rows = await ctx.db.select().from(populationFigures).where(isNow);
  const of: Record<string, Record<string, number>> = {};
  const sources: Record<string, Source> = {};
  for (const { topic, categoryCode, count, source, sourceDate, licence } of rows) {
    const code = topic === "ethnicity" ? groupOf(categoryCode) : categoryCode;
    const codes = of[topic] ?? {};
    of[topic] = { ...codes, [code]: (codes[code] ?? 0) + count };
    sources[topic] = { source, sourceDate, licence };
  }
  return { of, sources };
}

const MOST_IMPORTS = 50;

/** Files that were taken in, the newest first, with who did it. */
export async function listImports(ctx: Ctx) {
  return ctx.db
    .select({
      id: populationImports.id,
      importedAt: populationImports.importedAt,
      figures: populationImports.figures,
      by: accounts.name,
    })
    .from(populationImports)
    .leftJoin(accounts, eq(accounts.id, populationImports.importedBy))
    .orderBy(desc(populationImports.importedAt))
    .limit(MOST_IMPORTS);
}
