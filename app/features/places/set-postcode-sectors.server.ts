import { postcodeSectors } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { getBorough, listNeighbourhoods } from "./read.server";
import { fieldsOf, postcodeSectorsForm } from "./schema";

/** Rows in one statement: PostgreSQL and SQLite both refuse statements with too many values. */
const BATCH = 500;

/**
 * Says for the whole borough which neighbourhood each postcode sector counts as; what was said before
 * goes. Refuses, changing nothing, when a sector names a neighbourhood that is not there.
 */
export async function setPostcodeSectors(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true; sectors: number } | Refusal<"invalid" | "not_allowed">> {
  const parsed = postcodeSectorsForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.setPostcodeSectors(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const borough = await getBorough(ctx);
    const ids = new Map((await listNeighbourhoods(ctx)).map((one) => [one.slug, one.id]));
    const rows = Object.entries(parsed.data).map(([sector, slug]) => ({
      sector,
      slug,
      neighbourhoodId: ids.get(slug) ?? "",
    }));
    const lost = rows.filter((row) => row.neighbourhoodId === "");
    if (lost.length > 0) {
      const fields = lost.map(({ sector, slug }) => [sector, [`There is no neighbourhood ${slug}`]]);
      return { ok: false, reason: "invalid", fields: Object.fromEntries(fields) };
    }
    await ctx.db.delete(postcodeSectors);
    for (let from = 0; from < rows.length; from += BATCH) {
      const values = rows.slice(from, from + BATCH);
      await ctx.db
        .insert(postcodeSectors)
        .values(values.map(({ sector, neighbourhoodId }) => ({ sector, neighbourhoodId })));
    }
    const counted = { sectors: rows.length };
    await audit(ctx, "places.postcode_sectors_set", { kind: "borough", id: borough.id }, counted);
    return { ok: true, sectors: rows.length };
  });
}
