import { venues } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { indexVenue } from "./index-place.server";
import { may } from "./may";
import { findNeighbourhood, findVenue } from "./read.server";
import { fieldsOf, venueForm } from "./schema";

/** Its id; or why it was not added. */
type Added = { ok: true; id: string } | Refusal<"invalid" | "not_allowed" | "taken">;

/** Adds a place where events happen. Refuses a slug in use and a neighbourhood that is not there. */
export async function addVenue(ctx: Ctx, input: { typed: unknown }): Promise<Added> {
  const parsed = venueForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood: slug, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Added> => {
    const neighbourhood = slug ? await findNeighbourhood(ctx, slug) : null;
    const where = { neighbourhoodId: neighbourhood?.id ?? null };
    if (!may.addVenue(ctx.actor, where)) return { ok: false, reason: "not_allowed" };
    if (slug && !neighbourhood) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: ["Choose a neighbourhood"] } };
    }
    if (await findVenue(ctx, form.slug)) {
      return { ok: false, reason: "taken", fields: { slug: ["Another venue has this address"] } };
    }
    const id = newId();
    const row = { id, ...form, ...where };
    await ctx.db.insert(venues).values(row);
    await indexVenue(ctx, row, neighbourhood?.name ?? null);
    await audit(ctx, "places.venue_added", { kind: "venue", id }, { capacity: form.capacity });
    return { ok: true, id };
  });
}
