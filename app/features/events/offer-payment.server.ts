import { paymentOffers } from "~/db/tables/events-claims";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { offerForm } from "./after-forms";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";

/** Says what an event pays people for, and how much at most. What was said before for the same goes. */
export async function offerPayment(
  ctx: Ctx,
  input: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = offerForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { basis, most, words } = parsed.data;
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event || !may.seeNumbers(ctx.actor, event)) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx) => {
    if (!may.offerPayment(ctx.actor, event)) return { ok: false, reason: "not_allowed" };
    await ctx.db
      .insert(paymentOffers)
      .values({ eventId: event.id, basis, mostPence: most, words })
      .onConflictDoUpdate({
        target: [paymentOffers.eventId, paymentOffers.basis],
        set: { mostPence: most, words },
      });
    await audit(ctx, "events.payment_offered", { kind: "event", id: event.id }, { basis, most });
    return { ok: true };
  });
}
