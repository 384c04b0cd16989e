import { eq } from "drizzle-orm";
import { themes } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexTheme } from "./index-place.server";
import { may } from "./may";
import { findTheme, findThemeRow, listThemes } from "./read-themes.server";
import { fieldsOf, themeForm } from "./schema";

/** Nothing more; or why it is as it was. */
type Edited = { ok: true } | Refusal<"invalid" | "not_allowed" | "missing">;

/** Changes the words of a theme and where it belongs. Themes lie two deep at most; a merged one changes no more. */
export async function editTheme(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Edited> {
  const parsed = themeForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { parent, slug: _kept, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Edited> => {
    const was = await findThemeRow(ctx, input.slug);
    if (!was || was.mergedIntoId) return { ok: false, reason: "missing" };
    if (!may.keepThemes(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const above = parent ? await findTheme(ctx, parent) : null;
    const hasParts = (await listThemes(ctx)).some((one) => one.parentId === was.id);
    if (parent && (!above || above.parentId || above.id === was.id || hasParts)) {
      const said = hasParts
        ? "It has themes under it, so it can't lie under another"
        : "Choose a theme from the list";
      return { ok: false, reason: "invalid", fields: { parent: [said] } };
    }
    await ctx.db
      .update(themes)
      .set({ ...form, parentId: above?.id ?? null })
      .where(eq(themes.id, was.id));
    await indexTheme(ctx, { ...was, ...form });
    await audit(ctx, "places.theme_edited", { kind: "theme", id: was.id }, { origin: form.origin });
    return { ok: true };
  });
}
