import type { Ctx } from "~/platform/context.server";
import { slugOf, untaken } from "~/platform/slugs";

type Find = (ctx: Ctx, slug: string) => Promise<unknown>;

/**
 * The slug of something new: the one that a sheet gives, or null when that is in use; else one made from
 * the name. `find` looks for something with a slug. Inside a write.
 */
export async function chooseSlug(
  ctx: Ctx,
  of: { slug?: string; name: string; kind: string },
  find: Find,
): Promise<string | null> {
  if (of.slug) return (await find(ctx, of.slug)) ? null : of.slug;
  return untaken(slugOf(of.name, of.kind), async (slug) => Boolean(await find(ctx, slug)));
}
