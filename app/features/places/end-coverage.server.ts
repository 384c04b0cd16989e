import { eq } from "drizzle-orm";
import { serviceAreas } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findService, listAreasOf } from "./read-services.server";
import { endCoverageForm, fieldsOf } from "./schema";

/** Nothing more; or why it goes on. */
type Ended = { ok: true } | Refusal<"invalid" | "not_allowed" | "missing">;

/** Says on which day a service covered an area for the last time. The row stays, so that it can be told later. */
export async function endCoverage(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Ended> {
  const parsed = endCoverageForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { area: id, lastDay } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Ended> => {
    const service = await findService(ctx, input.slug);
    const area = service && (await listAreasOf(ctx, service.id)).find((one) => one.id === id);
    if (!service || !area) return { ok: false, reason: "missing" };
    if (!may.coverArea(ctx.actor, area)) return { ok: false, reason: "not_allowed" };
    if (lastDay < area.fromDay) {
      const said = "The last day must not be before the first day";
      return { ok: false, reason: "invalid", fields: { lastDay: [said] } };
    }
    await ctx.db.update(serviceAreas).set({ toDay: lastDay }).where(eq(serviceAreas.id, area.id));
    const detail = { neighbourhood: area.neighbourhoodId, to: lastDay };
    await audit(ctx, "places.coverage_ended", { kind: "service", id: service.id }, detail);
    return { ok: true };
  });
}
