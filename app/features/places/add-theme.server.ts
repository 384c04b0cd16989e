import { themes } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { chooseSlug } from "./choose-slug.server";
import { indexTheme } from "./index-place.server";
import { may } from "./may";
import { findTheme, findThemeRow } from "./read-themes.server";
import { fieldsOf, themeForm } from "./schema";

/** Its id and slug; or why it was not added. */
type Added = { ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed" | "taken">;

/** Adds a theme with the words of both sides. Refuses a parent that is not there or is part of another itself. */
export async function addTheme(ctx: Ctx, input: { typed: unknown }): Promise<Added> {
  const parsed = themeForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { parent, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Added> => {
    if (!may.keepThemes(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const above = parent ? await findTheme(ctx, parent) : null;
    if (parent && (!above || above.parentId)) {
      return { ok: false, reason: "invalid", fields: { parent: ["Choose a theme from the list"] } };
    }
    const slug = await chooseSlug(ctx, { ...form, name: form.label, kind: "theme" }, findThemeRow);
    if (!slug) return { ok: false, reason: "taken", fields: { slug: ["Another theme has this address"] } };
    const id = newId();
    const row = { id, ...form, slug, parentId: above?.id ?? null, mergedIntoId: null, retiredDay: null };
    await ctx.db.insert(themes).values(row);
    await indexTheme(ctx, row);
    await audit(ctx, "places.theme_added", { kind: "theme", id }, { origin: form.origin });
    return { ok: true, id, slug };
  });
}
