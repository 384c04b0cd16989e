import { outreachEntries } from "~/db/tables/engagement";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { NOT_YOURS, prepareOutreach } from "./prepare-outreach.server";

/**
 * Writes a visit to where people are into the log: how many were spoken to, as a head count, what was heard
 * and what follows. Refuses a day to come and a neighbourhood that one does not work in.
 */
export async function recordOutreach(
  ctx: Ctx,
  { typed }: { typed: unknown },
): Promise<{ ok: true; id: string } | Refusal<"invalid">> {
  const prepared = await prepareOutreach(ctx, typed);
  if (!prepared.ok) return prepared;
  const { facts } = prepared;
  return write(ctx, { locks: [] }, async (ctx) => {
    if (!may.recordOutreach(ctx.actor, facts)) {
      return { ok: false, reason: "invalid", fields: { neighbourhood: [NOT_YOURS] } };
    }
    const id = newId();
    await ctx.db.insert(outreachEntries).values({ ...facts, id, createdAt: ctx.now });
    await audit(ctx, "engagement.outreach_recorded", { kind: "outreach", id }, { heads: facts.headCount });
    return { ok: true, id };
  });
}
