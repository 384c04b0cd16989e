import { milestoneDates } from "~/db/tables/commitments-milestones";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { findMilestoneRow } from "./read-milestones.server";
import { fieldsOf, milestoneDateForm } from "./schema";

/** Writes down a date that a paper gives for a milestone, beside those of other papers. None of them is taken away. */
export async function addMilestoneDate(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = milestoneDateForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const date = parsed.data;
  return write(
    ctx,
    { locks: ["milestones"] },
    async (ctx): Promise<Awaited<ReturnType<typeof addMilestoneDate>>> => {
      const row = await findMilestoneRow(ctx, slug);
      if (!row || !may.work(ctx.actor)) return { ok: false, reason: "missing" };
      if (!may.planMilestones(ctx.actor)) return { ok: false, reason: "not_allowed" };
      if (date.statedDay > dayOf(ctx.now)) {
        return {
          ok: false,
          reason: "invalid",
          fields: { statedDay: ["A paper of a day to come can't have said it yet"] },
        };
      }
      await ctx.db.insert(milestoneDates).values({ ...date, id: newId(), milestoneId: row.id, at: ctx.now });
      await audit(ctx, "commitments.milestone_dated", { kind: "milestone", id: row.id });
      return { ok: true };
    },
  );
}
