import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { boroughs, logos } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { cleanPng } from "./clean-png.server";
import { may } from "./may";
import { forgetKnownPlaces, getBorough } from "./read.server";
import { fieldsOf, logoForm } from "./schema";

/**
 * Puts the borough's own mark at the head of every page: a PNG, cleaned of everything but its picture.
 * Without a file it changes what the present one is said to show. Refuses what is no PNG that can be
 * drawn, is too large, or shows nothing in words.
 */
export async function putLogo(
  ctx: Ctx,
  input: { typed: unknown; file: Uint8Array | null },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed">> {
  const parsed = logoForm.safeParse(input.typed);
  const cleaned = input.file && cleanPng(input.file);
  const fields = {
    ...(cleaned && !cleaned.ok ? { file: [cleaned.words] } : {}),
    ...(parsed.success ? {} : fieldsOf(parsed.error)),
  };
  if (!parsed.success || (cleaned && !cleaned.ok)) return { ok: false, reason: "invalid", fields };
  const { alt } = parsed.data;
  const id = cleaned ? createHash("sha256").update(cleaned.png).digest("hex").slice(0, 16) : null;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.changeSettings(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const borough = await getBorough(ctx);
    if (!cleaned && !borough.logo) {
      return { ok: false, reason: "invalid", fields: { file: ["Choose a PNG file"] } };
    }
    const logo =
      cleaned && id ? { id, alt, width: cleaned.width, height: cleaned.height } : { ...borough.logo, alt };
    if (cleaned && id) {
      await ctx.db.delete(logos);
      await ctx.db.insert(logos).values({ id, png: cleaned.png.toString("base64") });
    }
    await ctx.db
      .update(boroughs)
      .set({ logo: logo as typeof borough.logo })
      .where(eq(boroughs.id, borough.id));
    forgetKnownPlaces(ctx);
    const detail = { bytes: cleaned ? cleaned.png.length : null };
    await audit(ctx, "places.logo_put", { kind: "borough", id: borough.id }, detail);
    return { ok: true };
  });
}
