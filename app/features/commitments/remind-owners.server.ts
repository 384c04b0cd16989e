import { commitmentReminders } from "~/db/tables/commitments";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { dayOf, startOfDay } from "~/platform/london";
import { may } from "./may";
import { tellOwner } from "./messages";
import { listToRemind } from "./read-staff.server";
import { DAYS_AHEAD } from "./reminders";

/** So many are reminded in one write. */
const AT_ONCE = 50;
/** A date longer ago than this is history that somebody typed in, and no news to its owner. */
const LATEST_DAYS = 60;

/**
 * Reminds the offices that own commitments: a week before the date, on the day, and once it is over; each
 * once for each date. An office without an address becomes a task for staff. Run by the clock, safe to run
 * twice and in several processes. Refuses everyone but the house.
 */
export async function remindOwners(ctx: Ctx): Promise<{ ok: true; told: number }> {
  if (!may.remind(ctx.actor)) throw new Error("Only the house itself reminds owners.");
  for (let told = 0; ; ) {
    const { n } = await remindSome(ctx);
    told += n;
    if (n < AT_ONCE) return { ok: true, told };
  }
}

/** system only: asked for by `remindOwners`. */
const remindSome = (ctx: Ctx) =>
  write(ctx, { locks: ["commitment-reminders"] }, async (ctx) => {
    const ahead = dayOf(startOfDay(ctx.now, DAYS_AHEAD));
    const since = dayOf(startOfDay(ctx.now, -LATEST_DAYS));
    const due = await listToRemind(ctx, { ahead, since, limit: AT_ONCE });
    for (const one of due) {
      const { commitment, office, moment } = one;
      await ctx.db.insert(commitmentReminders).values({
        commitmentId: commitment.id,
        dueDay: commitment.dueDay ?? "",
        moment,
        channel: office.email ? "email" : "staff",
        at: ctx.now,
      });
      if (office.email) await tellOwner(ctx, one, office.email);
      const subject = { kind: "commitment", id: commitment.id };
      await audit(ctx, "commitments.reminded", subject, { moment, byMail: office.email !== null });
    }
    return { ok: true as const, n: due.length };
  });
