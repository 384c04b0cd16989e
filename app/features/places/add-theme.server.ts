import { themes } from "~/db/tables/places-themes";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { listThemes } from "./read-themes.server";
import { fieldsOf, themeForm } from "./schema";

/** Its id; or why it was not added. */
type Added = { ok: true; id: string } | Refusal<"invalid" | "not_allowed" | "taken">;

/** Adds a theme: the official word and the residents' own. Refuses a slug in use. */
export async function addTheme(ctx: Ctx, input: { typed: unknown }): Promise<Added> {
  const parsed = themeForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Added> => {
    if (!may.addTheme(ctx.actor)) return { ok: false, reason: "not_allowed" };
    if ((await listThemes(ctx)).some((one) => one.slug === parsed.data.slug)) {
      return { ok: false, reason: "taken", fields: { slug: ["Another theme has this address"] } };
    }
    const id = newId();
    await ctx.db.insert(themes).values({ id, ...parsed.data, parentId: null, aliases: [] });
    await audit(ctx, "places.theme_added", { kind: "theme", id }, { origin: parsed.data.origin });
    return { ok: true, id };
  });
}
