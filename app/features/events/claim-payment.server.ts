import { and, eq } from "drizzle-orm";
import { claims } from "~/db/tables/events-claims";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { claimForm } from "./after-forms";
import { may } from "./may";
import { type Basis, type ClaimRow, findClaimant } from "./read-claims.server";
import type { RegistrationKey } from "./read-registrations.server";
import { fieldsOf } from "./register.server";

/** Who, and what for. */
export type Claiming = { key: RegistrationKey; basis: Basis };

/** Done; or why not. `changed`: it is no longer in a state where this makes sense. */
export type ClaimAnswer =
  | { ok: true }
  | Refusal<"invalid" | "missing" | "not_advised" | "too_early" | "changed">;

type Change = Partial<typeof claims.$inferInsert> & { state: ClaimRow["state"] };

/** Somebody has read the advice on benefits and tax, or had it read out. Only then can they claim. */
export async function adviseClaimant(ctx: Ctx, input: Claiming): Promise<ClaimAnswer> {
  return change(ctx, input, "events.claimant_advised", (claim) =>
    claim === null || claim.state === "offered" || claim.state === "declined"
      ? { state: "advised", advisedAt: ctx.now }
      : "changed",
  );
}

/**
 * Claims money for expenses or time, up to what the event offers, once the event has begun and after the
 * advice. Refuses text with bank details in it: how it is paid is settled by phone.
 */
export async function claimPayment(ctx: Ctx, input: Claiming & { typed: unknown }): Promise<ClaimAnswer> {
  const parsed = claimForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { amount: pence, words } = parsed.data;
  const claimant = await findClaimant(ctx, input.key);
  if (claimant && claimant.event.startsAt > ctx.now) return { ok: false, reason: "too_early" };
  const most = claimant?.parts.find((part) => part.offer.basis === input.basis)?.offer.mostPence ?? 0;
  if (claimant && pence > most) {
    return { ok: false, reason: "invalid", fields: { amount: ["problems.amountTooBig"] } };
  }
  return change(ctx, input, "events.payment_claimed", (claim) => {
    if (!claim?.advisedAt) return "not_advised";
    return claim.state === "advised" ? { state: "claimed", pence, words, claimedAt: ctx.now } : "changed";
  });
}

/** Somebody would rather not be paid. That is as good as yes, and they can change their mind. */
export async function declinePayment(ctx: Ctx, input: Claiming): Promise<ClaimAnswer> {
  return change(ctx, input, "events.payment_declined", (claim) =>
    claim === null || ["offered", "advised", "claimed"].includes(claim.state)
      ? { state: "declined", pence: null, words: null }
      : "changed",
  );
}

/** Staff offer one person what the event pays for, so that it waits on their page. */
export async function offerToPerson(ctx: Ctx, input: Claiming): Promise<ClaimAnswer> {
  return change(ctx, input, "events.person_offered", (claim) =>
    claim === null ? { state: "offered" } : "changed",
  );
}

async function change(
  ctx: Ctx,
  { key, basis }: Claiming,
  act: string,
  decide: (claim: ClaimRow | null) => Change | "changed" | "not_advised",
): Promise<ClaimAnswer> {
  const found = await findClaimant(ctx, key);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`after:${found.event.id}`] }, async (ctx): Promise<ClaimAnswer> => {
    const claimant = await findClaimant(ctx, key);
    const part = claimant?.parts.find((one) => one.offer.basis === basis);
    const { event, registration } = found;
    const hasPlace = registration.state === "confirmed" && event.state === "published";
    if (!claimant || !part || !hasPlace || !may.claim(ctx.actor, event, found.byLink)) {
      return { ok: false, reason: "missing" };
    }
    const decision = decide(part.claim);
    if (typeof decision === "string") return { ok: false, reason: decision };
    const of = and(eq(claims.registrationId, registration.id), eq(claims.basis, basis));
    if (part.claim) await ctx.db.update(claims).set(decision).where(of);
    else {
      const row = { id: newId(), eventId: event.id, registrationId: registration.id, basis };
      await ctx.db.insert(claims).values({ ...row, ...decision, createdAt: ctx.now });
    }
    await audit(ctx, act, { kind: "registration", id: registration.id }, { basis, byLink: found.byLink });
    return { ok: true };
  });
}
