import { activityReps } from "~/db/tables/engagement";
import { findAccountByEmail } from "~/features/people/read.server";
import { foldEmail } from "~/features/people/rules";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { refusalOf } from "./may";
import { findActivityRow } from "./read.server";
import { listReps } from "./read-staff.server";
import { isForStaff } from "./rules";
import { fieldsOf, repForm } from "./schema";

const NOBODY = "Nobody with this email address has an account. An administrator can give them one";

/** Lets a union's representative read one activity that is for staff. They need an account, and no role. */
export async function addRep(
  ctx: Ctx,
  { slug, typed }: { slug: string; typed: unknown },
): Promise<{ ok: true } | Refusal<"invalid" | "missing" | "not_allowed">> {
  const parsed = repForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const account = await findAccountByEmail(ctx, foldEmail(parsed.data.email));
  const found = await findActivityRow(ctx, { slug });
  if (!found) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [`activity:${found.id}`] }, async (ctx) => {
    const activity = await findActivityRow(ctx, { id: found.id });
    const refused = refusalOf(ctx.actor, activity, "edit");
    if (!activity || refused || !isForStaff(activity)) return { ok: false, reason: refused ?? "missing" };
    if (account?.state !== "active") return { ok: false, reason: "invalid", fields: { email: [NOBODY] } };
    const reps = await listReps(ctx, activity.id);
    if (reps.some((one) => one.id === account.id)) return { ok: true };
    await ctx.db.insert(activityReps).values({ activityId: activity.id, accountId: account.id });
    await audit(ctx, "engagement.rep_added", { kind: "activity", id: activity.id }, { account: account.id });
    return { ok: true };
  });
}
