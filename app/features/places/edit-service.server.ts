import { eq } from "drizzle-orm";
import { services } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findOrganisation } from "./read.server";
import { findService } from "./read-services.server";
import { fieldsOf, serviceForm } from "./schema";

/** Nothing more; or why it is as it was. */
type Edited = { ok: true } | Refusal<"invalid" | "not_allowed" | "missing">;

/** Changes what is said about a service, and who runs it. */
export async function editService(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Edited> {
  const parsed = serviceForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { organisation, slug: _kept, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Edited> => {
    const was = await findService(ctx, input.slug);
    if (!was) return { ok: false, reason: "missing" };
    if (!may.editService(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const runBy = await findOrganisation(ctx, organisation);
    if (!runBy) return { ok: false, reason: "invalid", fields: { organisation: ["Choose who runs it"] } };
    const row = { ...form, organisationId: runBy.id };
    await ctx.db.update(services).set(row).where(eq(services.id, was.id));
    const detail = { organisation: runBy.id, organisation_before: was.organisationId };
    await audit(ctx, "places.service_edited", { kind: "service", id: was.id }, detail);
    return { ok: true };
  });
}
