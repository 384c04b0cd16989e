import { eq } from "drizzle-orm";
import { claims } from "~/db/tables/events-claims";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { decisionForm } from "./after-forms";
import { may } from "./may";
import { penceOf, pounds } from "./money";
import { type ClaimRow, findClaim } from "./read-claims.server";
import { fieldsOf } from "./register.server";

/** Decided; or why not. `changed`: somebody was there before. */
export type Decided = { ok: true; slug: string } | Refusal<"invalid" | "missing" | "changed">;

/** From which states each act leads on. */
const FROM: Record<string, readonly ClaimRow["state"][]> = {
  advised: ["offered", "declined"],
  approve: ["claimed"],
  paid: ["approved"],
  decline: ["offered", "advised", "claimed", "approved"],
};

/**
 * Staff say that a person has had the advice read out, approve what was claimed (or another amount, up to
 * what the event offers), note that and how it was paid, or that the person would rather not be paid.
 */
export async function decideClaim(ctx: Ctx, input: { id: string; typed: unknown }): Promise<Decided> {
  const parsed = decisionForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const found = await findClaim(ctx, input.id);
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`after:${found.event.id}`] }, async (ctx): Promise<Decided> => {
    const now = await findClaim(ctx, input.id);
    if (!now || !may.decideClaim(ctx.actor, now.event)) return { ok: false, reason: "missing" };
    if (!FROM[form.act]?.includes(now.claim.state)) return { ok: false, reason: "changed" };
    const approved = form.amount ? penceOf(form.amount) : now.claim.pence;
    if (form.act === "approve" && (!approved || approved > now.most)) {
      const say = `Enter an amount up to ${pounds(now.most)}, such as 12.50`;
      return { ok: false, reason: "invalid", fields: { amount: [say] } };
    }
    const by = ctx.actor.kind === "account" ? ctx.actor.id : null;
    const change = {
      advised: { state: "advised", advisedAt: ctx.now },
      approve: { state: "approved", pence: approved, approvedAt: ctx.now, approvedBy: by },
      paid: { state: "paid", paidAt: ctx.now, paidBy: form.paidBy || null },
      decline: { state: "declined", pence: null, words: null },
    } as const;
    await ctx.db.update(claims).set(change[form.act]).where(eq(claims.id, input.id));
    const said = { act: form.act, pence: change[form.act].state === "declined" ? null : approved };
    await audit(ctx, "events.claim_decided", { kind: "claim", id: input.id }, said);
    return { ok: true, slug: found.event.slug };
  });
}
