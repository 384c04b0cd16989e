import { serviceAreas } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { NOT_YOURS } from "./add-venue.server";
import { may } from "./may";
import { findNeighbourhood } from "./read.server";
import { findService, listAreasOf } from "./read-services.server";
import { coverageForm, fieldsOf } from "./schema";

/** Its id; or why it does not cover the area. */
type Covered = { ok: true; id: string } | Refusal<"invalid" | "not_allowed" | "missing">;

const wrong = (field: string, words: string): Covered => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [words] },
});

/**
 * Says that a service covers a neighbourhood, or the whole borough, from a day on. Refuses an area that it
 * covers then already, alone or as part of the borough.
 */
export async function coverArea(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Covered> {
  const parsed = coverageForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { neighbourhood: home, fromDay } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Covered> => {
    const service = await findService(ctx, input.slug);
    if (!service) return { ok: false, reason: "missing" };
    const neighbourhood = home ? await findNeighbourhood(ctx, home) : null;
    if (home && !neighbourhood) return wrong("neighbourhood", "Choose a neighbourhood");
    const neighbourhoodId = neighbourhood?.id ?? null;
    if (!may.coverArea(ctx.actor, { neighbourhoodId })) {
      return { ok: false, reason: "not_allowed", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const there = (await listAreasOf(ctx, service.id)).filter(
      (one) => one.neighbourhoodId === neighbourhoodId || one.neighbourhoodId === null,
    );
    if (there.some((one) => one.toDay === null || one.toDay >= fromDay)) {
      return wrong("neighbourhood", "It covers this area then already: end that first");
    }
    const id = newId();
    await ctx.db
      .insert(serviceAreas)
      .values({ id, serviceId: service.id, neighbourhoodId, fromDay, toDay: null });
    const detail = { neighbourhood: neighbourhoodId, from: fromDay };
    await audit(ctx, "places.area_covered", { kind: "service", id: service.id }, detail);
    return { ok: true, id };
  });
}
