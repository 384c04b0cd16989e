import { nextSteps } from "~/db/tables/events-notes";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { stepForm } from "./after-forms";
import { may } from "./may";
import { findEventRow } from "./read.server";
import { fieldsOf } from "./register.server";

/** Its id; or why it was not added. */
type Added = { ok: true; id: string } | Refusal<"invalid" | "missing" | "not_allowed">;

/**
 * Says what will be done about what was heard, by which role and by when; what was done; or what can't
 * be, and why. Notes are carried to it by `judgeNotes`.
 */
export async function addNextStep(ctx: Ctx, input: { slug: string; typed: unknown }): Promise<Added> {
  const parsed = stepForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const form = parsed.data;
  const event = await findEventRow(ctx, { slug: input.slug });
  if (!event || !may.seeNumbers(ctx.actor, event)) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`after:${event.id}`] }, async (ctx): Promise<Added> => {
    if (!may.carryOn(ctx.actor, event)) return { ok: false, reason: "not_allowed" };
    const id = newId();
    const { kind } = form;
    await ctx.db.insert(nextSteps).values({
      id,
      eventId: event.id,
      kind,
      text: form.text,
      ownerRole: kind === "cannot" ? null : form.ownerRole,
      dueDay: kind === "will" ? form.dueDay : null,
      outcome: kind === "done" ? form.outcome : null,
      doneDay: kind === "done" ? dayOf(ctx.now) : null,
      reason: kind === "cannot" ? form.reason : null,
      createdAt: ctx.now,
    });
    await audit(ctx, "events.next_step_added", { kind: "next_step", id }, { kind, event: event.id });
    return { ok: true, id };
  });
}
