import { organisations } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { chooseSlug } from "./choose-slug.server";
import { may } from "./may";
import { findOrganisation } from "./read.server";
import { fieldsOf, organisationForm } from "./schema";

/** Adds a body that takes part. Refuses a slug in use. */
export async function addOrganisation(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed" | "taken">> {
  const parsed = organisationForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.addOrganisation(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const slug = await chooseSlug(ctx, { ...form, kind: "organisation" }, findOrganisation);
    if (!slug) {
      return { ok: false, reason: "taken", fields: { slug: ["Another organisation has this address"] } };
    }
    const id = newId();
    await ctx.db.insert(organisations).values({ id, ...form, slug, formerNames: [] });
    await audit(ctx, "places.organisation_added", { kind: "organisation", id }, { kind: form.kind });
    return { ok: true, id, slug };
  });
}
