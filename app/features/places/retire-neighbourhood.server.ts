import { eq } from "drizzle-orm";
import { neighbourhoodSuccessions, neighbourhoods } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { indexNeighbourhood } from "./index-place.server";
import { may } from "./may";
import { findNeighbourhood, forgetKnownPlaces, listNeighbourhoods } from "./read.server";
import { countSectorsOf } from "./read-history.server";
import { fieldsOf, retireNeighbourhoodForm } from "./schema";

/**
 * Retires a neighbourhood and says which ones came after it. Its page stays and leads to them; it is
 * chosen nowhere any more. Refuses while postcodes still count as it.
 */
export async function retireNeighbourhood(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed" | "missing" | "postcodes" | "already">> {
  const parsed = retireNeighbourhoodForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    const one = await findNeighbourhood(ctx, input.slug);
    if (!one) return { ok: false, reason: "missing" };
    if (!may.changeBoundaries(ctx.actor)) return { ok: false, reason: "not_allowed" };
    if (one.status === "retired") return { ok: false, reason: "already" };
    if ((await countSectorsOf(ctx, one.id)) > 0) return { ok: false, reason: "postcodes" };
    const others = (await listNeighbourhoods(ctx)).filter((other) => other.id !== one.id);
    const successors = others.filter((other) => parsed.data.successors.includes(other.slug));
    if (successors.length < parsed.data.successors.length) {
      return {
        ok: false,
        reason: "invalid",
        fields: { successors: ["Choose neighbourhoods from the list"] },
      };
    }
    const row = { status: "retired" as const, retiredDay: dayOf(ctx.now) };
    await ctx.db.update(neighbourhoods).set(row).where(eq(neighbourhoods.id, one.id));
    forgetKnownPlaces(ctx);
    await indexNeighbourhood(ctx, { ...one, ...row });
    for (const next of successors) {
      await ctx.db.insert(neighbourhoodSuccessions).values({ predecessorId: one.id, successorId: next.id });
      await indexNeighbourhood(ctx, next);
    }
    const detail = { successors: successors.length };
    await audit(ctx, "places.neighbourhood_retired", { kind: "neighbourhood", id: one.id }, detail);
    return { ok: true };
  });
}
