import { and, asc, isNull } from "drizzle-orm";
import { themes } from "~/db/tables/places-themes";
import type { Ctx } from "~/platform/context.server";

/** A theme's row. */
export type Theme = typeof themes.$inferSelect;

/** Themes that stand for themselves and are in use, by their plain words. */
export async function listThemes(ctx: Ctx): Promise<Theme[]> {
  return ctx.db
    .select()
    .from(themes)
    .where(and(isNull(themes.mergedIntoId), isNull(themes.retiredDay)))
    .orderBy(asc(themes.plainLabel));
}
