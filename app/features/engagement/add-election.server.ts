import { electionPeriods } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { electionForm, fieldsOf } from "./schema";

/** Notes a time before an election: activities whose days fall into it are marked, and nothing is stopped. */
export async function addElection(
  ctx: Ctx,
  { typed }: { typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid" | "not_allowed">> {
  const parsed = electionForm.safeParse(typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  return write(ctx, { locks: ["consultation-periods"] }, async (ctx) => {
    if (!may.setPeriods(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const id = newId();
    await ctx.db.insert(electionPeriods).values({ id, ...parsed.data });
    await audit(ctx, "engagement.election_added", { kind: "election", id });
    return { ok: true, id };
  });
}
