import { max } from "drizzle-orm";
import { cohorts } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { chooseSlug } from "./choose-slug.server";
import { may } from "./may";
import { findCohort } from "./read-cohorts.server";
import { cohortForm, fieldsOf } from "./schema";

/** Adds a group of people alike in what they need, last in the order. */
export async function addCohort(
  ctx: Ctx,
  input: { typed: unknown },
): Promise<{ ok: true; id: string; slug: string } | Refusal<"invalid" | "not_allowed" | "taken">> {
  const parsed = cohortForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.keepCohorts(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const slug = await chooseSlug(ctx, { ...form, kind: "cohort" }, findCohort);
    if (!slug) return { ok: false, reason: "taken", fields: { slug: ["Another cohort has this address"] } };
    const [last] = await ctx.db.select({ position: max(cohorts.position) }).from(cohorts);
    const id = newId();
    const position = (last?.position ?? 0) + 1;
    await ctx.db.insert(cohorts).values({ id, ...form, slug, position, retiredDay: null });
    await audit(ctx, "places.cohort_added", { kind: "cohort", id }, { estimate: form.estimate });
    return { ok: true, id, slug };
  });
}
