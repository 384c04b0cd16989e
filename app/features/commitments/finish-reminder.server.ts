import { and, eq, isNull } from "drizzle-orm";
import { commitmentReminders } from "~/db/tables/commitments";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findCommitmentRow } from "./read.server";

/** Says that somebody has reminded the owner who has no address. Twice is once. */
export async function finishReminder(
  ctx: Ctx,
  { number }: { number: number },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  return write(
    ctx,
    { locks: ["commitment-reminders"] },
    async (ctx): Promise<Awaited<ReturnType<typeof finishReminder>>> => {
      const row = await findCommitmentRow(ctx, number);
      if (!row || !may.work(ctx.actor)) return { ok: false, reason: "missing" };
      if (!may.change(ctx.actor, row)) return { ok: false, reason: "not_allowed" };
      const doneBy = ctx.actor.kind === "account" ? ctx.actor.id : null;
      await ctx.db
        .update(commitmentReminders)
        .set({ doneAt: ctx.now, doneBy })
        .where(
          and(
            eq(commitmentReminders.commitmentId, row.id),
            eq(commitmentReminders.channel, "staff"),
            isNull(commitmentReminders.doneAt),
          ),
        );
      await audit(ctx, "commitments.owner_reminded", { kind: "commitment", id: row.id });
      return { ok: true };
    },
  );
}
