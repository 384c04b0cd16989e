import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexCommitment } from "./index-commitment.server";
import { indexMilestone } from "./index-milestone.server";
import { may } from "./may";
import { listIds } from "./read.server";
import { listMilestoneIds } from "./read-milestones.server";

/** Writes the search entries of every commitment and milestone anew, for `npm run search:rebuild`. Refuses everyone but the house. */
export async function rebuildCommitmentSearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
  // Every lock: one that is made meanwhile must not be lost.
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["commitment", "milestone"]);
    const [ids, milestones] = [await listIds(ctx), await listMilestoneIds(ctx)];
    for (const id of ids) await indexCommitment(ctx, id);
    for (const id of milestones) await indexMilestone(ctx, id);
    const entries = ids.length + milestones.length;
    const subject = { kind: "search", id: "commitment" };
    await audit(ctx, "commitments.rebuilt_search", subject, { entries });
    return { ok: true as const, entries };
  });
}
