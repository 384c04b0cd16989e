import { max } from "drizzle-orm";
import { neighbourhoods } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { chooseSlug } from "./choose-slug.server";
import { indexNeighbourhood } from "./index-place.server";
import { may } from "./may";
import { findNeighbourhood, forgetKnownPlaces } from "./read.server";
import { fieldsOf, neighbourhoodForm } from "./schema";

/**
 * Adds a neighbourhood, last in the borough's order, and lets it be found by its names. Refuses a slug in
 * use. However many people live there, it is added: the band only warns.
 */
export async function addNeighbourhood(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed" | "taken">> {
  const parsed = neighbourhoodForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.addNeighbourhood(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const slug = await chooseSlug(ctx, { ...form, kind: "neighbourhood" }, findNeighbourhood);
    if (!slug) {
      return { ok: false, reason: "taken", fields: { slug: ["Another neighbourhood has this address"] } };
    }
    const [last] = await ctx.db.select({ position: max(neighbourhoods.position) }).from(neighbourhoods);
    const id = newId();
    const row = { id, ...form, slug, position: (last?.position ?? 0) + 1, retiredDay: null };
    await ctx.db.insert(neighbourhoods).values(row);
    forgetKnownPlaces(ctx);
    await indexNeighbourhood(ctx, row);
    await audit(ctx, "places.neighbourhood_added", { kind: "neighbourhood", id }, { status: form.status });
    return { ok: true, id, slug };
  });
}
