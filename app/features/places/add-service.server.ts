import { services } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { chooseSlug } from "./choose-slug.server";
import { may } from "./may";
import { findOrganisation } from "./read.server";
import { findService } from "./read-services.server";
import { fieldsOf, serviceForm } from "./schema";

/** Its id and slug; or why it was not added. */
type Added = { ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed" | "taken">;

/** Adds something that an organisation does for people. It covers no area until `coverArea` says so. */
export async function addService(ctx: Ctx, input: { typed: unknown }): Promise<Added> {
  const parsed = serviceForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { organisation, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Added> => {
    if (!may.addService(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const runBy = await findOrganisation(ctx, organisation);
    if (!runBy) return { ok: false, reason: "invalid", fields: { organisation: ["Choose who runs it"] } };
    const slug = await chooseSlug(ctx, { ...form, kind: "service" }, findService);
    if (!slug) return { ok: false, reason: "taken", fields: { slug: ["Another service has this address"] } };
    const id = newId();
    await ctx.db.insert(services).values({ id, ...form, slug, organisationId: runBy.id, retiredDay: null });
    await audit(ctx, "places.service_added", { kind: "service", id }, { organisation: runBy.id });
    return { ok: true, id, slug };
  });
}
