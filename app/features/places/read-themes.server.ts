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

/** A theme with everything that counts as it: ids and slugs of those that became part of it, its own first. */
export async function findThemeWhole(ctx: Ctx, slug: string) {
  const theme = await findTheme(ctx, slug);
  if (!theme) return null;
  const all = await listThemeRows(ctx);
  const same = [theme, ...all.filter((one) => one.mergedIntoId === theme.id)];
  return {
    theme,
    ids: same.map((one) => one.id),
    slugs: same.map((one) => one.slug),
    parent: all.find((one) => one.id === theme.parentId) ?? null,
    parts: all.filter((one) => one.parentId === theme.id && !one.mergedIntoId && !one.retiredDay),
  };
}

/** Every theme in use by residents' words, each with the ids of what became part of it. */
export async function listThemesWhole(ctx: Ctx): Promise<{ theme: Theme; ids: string[] }[]> {
  const all = await listThemeRows(ctx);
  return all
    .filter((one) => !one.mergedIntoId && !one.retiredDay)
    .sort((a, b) => a.plainLabel.localeCompare(b.plainLabel, "en"))
    .map((theme) => ({
      theme,
      ids: [theme.id, ...all.filter((one) => one.mergedIntoId === theme.id).map((one) => one.id)],
    }));
}
