import { eq } from "drizzle-orm";
import { cohorts } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findCohort } from "./read-cohorts.server";
import { cohortForm, fieldsOf } from "./schema";

/** Changes what is said about a cohort, and about how many people it is. */
export async function editCohort(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "not_allowed" | "missing">> {
  const parsed = cohortForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { slug: _kept, ...form } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    const was = await findCohort(ctx, input.slug);
    if (!was) return { ok: false, reason: "missing" };
    if (!may.keepCohorts(ctx.actor)) return { ok: false, reason: "not_allowed" };
    await ctx.db.update(cohorts).set(form).where(eq(cohorts.id, was.id));
    const detail = { estimate: form.estimate, estimate_before: was.estimate };
    await audit(ctx, "places.cohort_edited", { kind: "cohort", id: was.id }, detail);
    return { ok: true };
  });
}
