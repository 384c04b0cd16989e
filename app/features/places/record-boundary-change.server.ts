import { inArray } from "drizzle-orm";
import { boundaryChanges, postcodeSectors } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { findNeighbourhood } from "./read.server";
import { listSectors } from "./read-history.server";
import { boundaryChangeForm, fieldsOf } from "./schema";

/** Its id; or why it was not written down. */
type Recorded = { ok: true; id: string } | Refusal<"invalid" | "not_allowed" | "missing">;

const wrong = (field: string, words: string): Recorded => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [words] },
});

/**
 * Writes down that a part of one neighbourhood (`slug`) became part of another, and lets its postcode
 * sectors count as the other from now on. Refuses days to come, and sectors that don't count as the first.
 */
export async function recordBoundaryChange(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<Recorded> {
  const parsed = boundaryChangeForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { to, day, words, decidedBy, sectors } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Recorded> => {
    const from = await findNeighbourhood(ctx, input.slug);
    if (!from) return { ok: false, reason: "missing" };
    if (!may.changeBoundaries(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const other = await findNeighbourhood(ctx, to);
    if (!other || other.id === from.id || other.status === "retired") {
      return wrong("to", "Choose another neighbourhood");
    }
    if (day > dayOf(ctx.now)) return wrong("day", "Write it down once it counts: enter a day up to today");
    const ours = new Set((await listSectors(ctx, from.id)).map((one) => one.sector));
    const foreign = sectors.filter((sector) => !ours.has(sector));
    if (foreign.length > 0) {
      return wrong("sectors", `These postcodes do not count as ${from.name}: ${foreign.join(", ")}`);
    }
    const id = newId();
    const row = { id, day, fromId: from.id, toId: other.id, words, decidedBy, sectors, recordedAt: ctx.now };
    await ctx.db.insert(boundaryChanges).values(row);
    if (sectors.length > 0) {
      await ctx.db
        .update(postcodeSectors)
        .set({ neighbourhoodId: other.id })
        .where(inArray(postcodeSectors.sector, sectors));
    }
    const detail = { from: from.id, to: other.id, day, sectors: sectors.length };
    await audit(ctx, "places.boundary_changed", { kind: "neighbourhood", id: from.id }, detail);
    return { ok: true, id };
  });
}
