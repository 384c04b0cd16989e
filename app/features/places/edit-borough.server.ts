import { eq } from "drizzle-orm";
import { boroughs } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { forgetKnownPlaces, getBorough } from "./read.server";
import { boroughSettingsForm, fieldsOf } from "./schema";

/** Changes the borough's name, its programme, whom to ring, and the band that staff are warned by. */
export async function editBorough(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  const parsed = boroughSettingsForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { phone, textNumber, email, address, hours, safeguardingAdults, safeguardingChildren, ...form } =
    parsed.data;
  const contacts = { phone, textNumber, email, address, hours, safeguardingAdults, safeguardingChildren };
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.changeSettings(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const { id } = await getBorough(ctx);
    await ctx.db
      .update(boroughs)
      .set({ ...form, contacts })
      .where(eq(boroughs.id, id));
    forgetKnownPlaces(ctx);
    const { bandLow, bandHigh } = form;
    await audit(
      ctx,
      "places.borough_edited",
      { kind: "borough", id },
      { band_low: bandLow, band_high: bandHigh },
    );
    return { ok: true };
  });
}
