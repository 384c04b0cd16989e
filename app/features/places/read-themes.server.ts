import { asc, eq } from "drizzle-orm";
import { themes } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";

/** A theme's row. */
export type Theme = typeof themes.$inferSelect;

/** The row of the theme with this slug, whatever became of it, or null. */
export async function findThemeRow(ctx: Ctx, slug: string): Promise<Theme | null> {
  const [row] = await ctx.db.select().from(themes).where(eq(themes.slug, slug));
  return row ?? null;
}

/** The theme that this slug leads to: itself, or the one that it was merged into. Null when there is none. */
export async function findTheme(ctx: Ctx, slug: string): Promise<Theme | null> {
  const row = await findThemeRow(ctx, slug);
  if (!row?.mergedIntoId) return row;
  const [stays] = await ctx.db.select().from(themes).where(eq(themes.id, row.mergedIntoId));
  return stays ?? null;
}

/** Every theme that is its own, retired ones too, by its official word. */
export async function listThemes(ctx: Ctx): Promise<Theme[]> {
  return (await listThemeRows(ctx)).filter((one) => !one.mergedIntoId);
}

/** Themes that things may be about from now on, by residents' own words. */
export async function listThemesInUse(ctx: Ctx): Promise<Theme[]> {
  const inUse = (await listThemes(ctx)).filter((one) => !one.retiredDay);
  return inUse.sort((a, b) => a.plainLabel.localeCompare(b.plainLabel, "en"));
}

/** Themes that others may lie under: in use, and under none themselves. */
export async function listParents(ctx: Ctx): Promise<{ slug: string; label: string }[]> {
  const all = await listThemes(ctx);
  return all.filter((one) => !one.parentId && !one.retiredDay).map(({ slug, label }) => ({ slug, label }));
}

/** The themes that were merged into one. */
export async function listMergedInto(ctx: Ctx, id: string): Promise<Theme[]> {
  return ctx.db.select().from(themes).where(eq(themes.mergedIntoId, id)).orderBy(asc(themes.label));
}

async function listThemeRows(ctx: Ctx): Promise<Theme[]> {
  return ctx.db.select().from(themes).orderBy(asc(themes.label));
}
