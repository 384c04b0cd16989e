import { eq } from "drizzle-orm";
import { neighbourhoods } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { indexNeighbourhood } from "./index-place.server";
import { may } from "./may";
import { findNeighbourhood, forgetKnownPlaces } from "./read.server";
import { fieldsOf, neighbourhoodForm } from "./schema";

/**
 * Changes what is said about a neighbourhood. Its address and its outline stay, and a retired one stays
 * retired. Refuses the status `retired`, which has a verb of its own.
 */
export async function editNeighbourhood(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed" | "missing">> {
  const parsed = neighbourhoodForm.omit({ slug: true, outline: true, seed: true }).safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    const was = await findNeighbourhood(ctx, input.slug);
    if (!was) return { ok: false, reason: "missing" };
    if (!may.editNeighbourhood(ctx.actor, { neighbourhoodId: was.id })) {
      return { ok: false, reason: "not_allowed" };
    }
    const isRetired = was.status === "retired";
    if (form.status === "retired" && !isRetired) {
      return { ok: false, reason: "invalid", fields: { status: ["Choose where it stands"] } };
    }
    const row = { ...was, ...form, status: isRetired ? was.status : form.status };
    await ctx.db.update(neighbourhoods).set(row).where(eq(neighbourhoods.id, was.id));
    forgetKnownPlaces(ctx);
    await indexNeighbourhood(ctx, row);
    const detail = { status: row.status, population: row.population, population_before: was.population };
    await audit(ctx, "places.neighbourhood_edited", { kind: "neighbourhood", id: was.id }, detail);
    return { ok: true };
  });
}
