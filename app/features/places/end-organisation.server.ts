import { eq } from "drizzle-orm";
import { organisations } from "~/db/tables/places";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findOrganisation } from "./read.server";
import { endOrganisationForm, fieldsOf } from "./schema";

/** Nothing more; or why it goes on. */
type Ended = { ok: true } | Refusal<"invalid" | "not_allowed" | "missing">;

const wrong = (field: string, words: string): Ended => ({
  ok: false,
  reason: "invalid",
  fields: { [field]: [words] },
});

/**
 * Says on which day an organisation ends and who takes its work over; without a day, that it goes on. What
 * names it keeps naming it. Refuses itself as successor, one that has ended, and a day before its first.
 */
export async function endOrganisation(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Ended> {
  const parsed = endOrganisationForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { lastDay, successor } = parsed.data;
  return write(ctx, { locks: ["places"] }, async (ctx): Promise<Ended> => {
    const one = await findOrganisation(ctx, input.slug);
    if (!one) return { ok: false, reason: "missing" };
    if (!may.editOrganisation(ctx.actor)) return { ok: false, reason: "not_allowed" };
    if (lastDay && one.validFrom && lastDay < one.validFrom) {
      return wrong("lastDay", "The last day must not be before the first day");
    }
    const next = successor ? await findOrganisation(ctx, successor) : null;
    if (successor && (!next || next.id === one.id || next.validTo !== null)) {
      return wrong("successor", "Choose another organisation that goes on");
    }
    if (next && !lastDay) return wrong("lastDay", "Enter the last day, because somebody takes over");
    const row = { validTo: lastDay, successorId: next?.id ?? null };
    await ctx.db.update(organisations).set(row).where(eq(organisations.id, one.id));
    const detail = { last_day: lastDay, successor: row.successorId };
    await audit(ctx, "places.organisation_ended", { kind: "organisation", id: one.id }, detail);
    return { ok: true };
  });
}
