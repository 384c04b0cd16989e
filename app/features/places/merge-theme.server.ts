import { eq } from "drizzle-orm";
import { themes } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexTheme } from "./index-place.server";
import { may } from "./may";
import { findTheme, findThemeRow } from "./read-themes.server";
import { fieldsOf, mergeForm } from "./schema";

/** Nothing more; or why they stay two. */
type Merged = { ok: true; into: string } | Refusal<"invalid" | "not_allowed" | "missing">;

/**
 * Makes a theme part of another. Its words become other words of the one that stays, its address leads
 * there, and so do themes that were merged into it or lay under it. No row goes.
 */
export async function mergeTheme(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Merged> {
  const parsed = mergeForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Merged> => {
    const goes = await findThemeRow(ctx, input.slug);
    if (!goes || goes.mergedIntoId) return { ok: false, reason: "missing" };
    if (!may.keepThemes(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const stays = await findTheme(ctx, parsed.data.into);
    if (!stays || stays.id === goes.id || stays.retiredDay) {
      return { ok: false, reason: "invalid", fields: { into: ["Choose another theme that is in use"] } };
    }
    const own = [stays.label, stays.plainLabel];
    const words = [...stays.aliases, goes.label, goes.plainLabel, ...goes.aliases];
    const aliases = [...new Set(words)].filter((word) => !own.includes(word));
    // A theme that lay under the one that goes lies where the one that stays does, or under it.
    const parentId = stays.parentId === goes.id ? null : stays.parentId;
    await ctx.db.update(themes).set({ aliases, parentId }).where(eq(themes.id, stays.id));
    await ctx.db
      .update(themes)
      .set({ parentId: parentId ?? stays.id })
      .where(eq(themes.parentId, goes.id));
    await ctx.db.update(themes).set({ mergedIntoId: stays.id }).where(eq(themes.mergedIntoId, goes.id));
    await ctx.db.update(themes).set({ mergedIntoId: stays.id, parentId: null }).where(eq(themes.id, goes.id));
    await indexTheme(ctx, { ...goes, mergedIntoId: stays.id });
    await indexTheme(ctx, { ...stays, aliases });
    await audit(ctx, "places.theme_merged", { kind: "theme", id: goes.id }, { into: stays.id });
    return { ok: true, into: stays.slug };
  });
}
