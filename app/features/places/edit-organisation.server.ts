import { eq } from "drizzle-orm";
import { organisations } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findOrganisation } from "./read.server";
import { fieldsOf, organisationFactsForm } from "./schema";

/** Changes facts about an organisation, all but its name (`renameOrganisation`) and its end (`endOrganisation`). */
export async function editOrganisation(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed" | "missing">> {
  const parsed = organisationFactsForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    const one = await findOrganisation(ctx, input.slug);
    if (!one) return { ok: false, reason: "missing" };
    if (!may.editOrganisation(ctx.actor)) return { ok: false, reason: "not_allowed" };
    if (form.validFrom && one.validTo && form.validFrom > one.validTo) {
      const said = "The first day must not be after the last day";
      return { ok: false, reason: "invalid", fields: { validFrom: [said] } };
    }
    await ctx.db.update(organisations).set(form).where(eq(organisations.id, one.id));
    const detail = { kind: form.kind, sector: form.sector };
    await audit(ctx, "places.organisation_edited", { kind: "organisation", id: one.id }, detail);
    return { ok: true };
  });
}
