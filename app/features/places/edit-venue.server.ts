import { eq } from "drizzle-orm";
import { venues } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { NOT_YOURS } from "./add-venue.server";
import { indexVenue } from "./index-place.server";
import { may } from "./may";
import { findNeighbourhood, findVenue } from "./read.server";
import { fieldsOf, venueForm } from "./schema";

/** Nothing more; or why it is as it was. */
type Edited = { ok: true } | Refusal<"invalid" | "not_allowed" | "missing">;

/** Changes what is said about a venue; its address on the site stays. A lead can't take it out of their own neighbourhood. */
export async function editVenue(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Edited> {
  const parsed = venueForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood: home, slug: _kept, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Edited> => {
    const was = await findVenue(ctx, input.slug);
    if (!was) return { ok: false, reason: "missing" };
    if (!may.editVenue(ctx.actor, was)) return { ok: false, reason: "not_allowed" };
    const neighbourhood = home ? await findNeighbourhood(ctx, home) : null;
    const where = { neighbourhoodId: neighbourhood?.id ?? null };
    if (home && !neighbourhood) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: ["Choose a neighbourhood"] } };
    }
    if (!may.editVenue(ctx.actor, where)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const row = { ...was, ...form, ...where, opening: form.isHub ? form.opening : null };
    await ctx.db.update(venues).set(row).where(eq(venues.id, was.id));
    if (!was.retiredDay) await indexVenue(ctx, row, neighbourhood?.name ?? null);
    const detail = { capacity: form.capacity, hub: form.isHub };
    await audit(ctx, "places.venue_edited", { kind: "venue", id: was.id }, detail);
    return { ok: true };
  });
}
