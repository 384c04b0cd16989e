import { venues } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { chooseSlug } from "./choose-slug.server";
import { indexVenue } from "./index-place.server";
import { may } from "./may";
import { findNeighbourhood, findVenue } from "./read.server";
import { fieldsOf, venueForm } from "./schema";

/** What somebody who keeps one neighbourhood is told when they choose another place. */
export const NOT_YOURS = "Choose a neighbourhood that you lead";

/** Its id and slug; or why it was not added. */
type Added = { ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed" | "taken">;

/** Adds a place where events happen. Refuses a slug in use and a neighbourhood that is not there. */
export async function addVenue(ctx: Ctx, input: { typed: unknown }): Promise<Added> {
  const parsed = venueForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood: home, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Added> => {
    const neighbourhood = home ? await findNeighbourhood(ctx, home) : null;
    const where = { neighbourhoodId: neighbourhood?.id ?? null };
    if (!may.addVenue(ctx.actor, where)) {
      return { ok: false, reason: "not_allowed", fields: { neighbourhood: [NOT_YOURS] } };
    }
    if (home && !neighbourhood) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: ["Choose a neighbourhood"] } };
    }
    const slug = await chooseSlug(ctx, { ...form, kind: "venue" }, findVenue);
    if (!slug) {
      return { ok: false, reason: "taken", fields: { slug: ["Another venue has this address"] } };
    }
    const id = newId();
    const row = { id, ...form, ...where, slug, opening: form.isHub ? form.opening : null, retiredDay: null };
    await ctx.db.insert(venues).values(row);
    await indexVenue(ctx, row, neighbourhood?.name ?? null);
    await audit(
      ctx,
      "places.venue_added",
      { kind: "venue", id },
      {
        capacity: form.capacity,
        hub: form.isHub,
      },
    );
    return { ok: true, id, slug };
  });
}
