import { eq } from "drizzle-orm";
import { boroughs, logos } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { forgetKnownPlaces, getBorough } from "./read.server";

/** Takes the borough's own mark away: the site's stands there again. */
export async function takeLogo(ctx: Ctx): Promise<{ ok: true } | Refusal<"not_allowed">> {
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.changeSettings(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const { id } = await getBorough(ctx);
    await ctx.db.update(boroughs).set({ logo: null }).where(eq(boroughs.id, id));
    await ctx.db.delete(logos);
    forgetKnownPlaces(ctx);
    await audit(ctx, "places.logo_taken", { kind: "borough", id });
    return { ok: true };
  });
}
