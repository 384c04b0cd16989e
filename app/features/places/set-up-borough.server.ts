import { boroughs } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { findBorough, forgetKnownPlaces } from "./read.server";
import { boroughForm, fieldsOf } from "./schema";

/** Writes down the borough that this site belongs to, once. Refuses a second one. */
export async function setUpBorough(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "not_allowed" | "already">> {
  const parsed = boroughForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.setUpBorough(ctx.actor)) return { ok: false, reason: "not_allowed" };
    if (await findBorough(ctx)) return { ok: false, reason: "already" };
    const id = newId();
    await ctx.db.insert(boroughs).values({ id, ...parsed.data });
    forgetKnownPlaces(ctx);
    await audit(ctx, "places.borough_set_up", { kind: "borough", id }, { code: parsed.data.gssCode });
    return { ok: true, id };
  });
}
