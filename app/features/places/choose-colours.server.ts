import { eq } from "drizzle-orm";
import { boroughs } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { forgetKnownPlaces, getBorough } from "./read.server";
import { coloursForm, fieldsOf } from "./schema";

/** Gives the site two colours of the borough's own; `typed` null gives it its first ones back. Refuses what nobody could read. */
export async function chooseColours(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  const parsed = coloursForm.nullable().safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const colours = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.changeSettings(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const { id } = await getBorough(ctx);
    await ctx.db.update(boroughs).set({ colours }).where(eq(boroughs.id, id));
    forgetKnownPlaces(ctx);
    await audit(ctx, "places.colours_chosen", { kind: "borough", id }, { ...colours });
    return { ok: true };
  });
}
