import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexAppraisal } from "./index-appraisal.server";
import { indexDecision } from "./index-decision.server";
import { may } from "./may";
import { listPublicIds } from "./read.server";
import { listDecisionIds } from "./read-decisions.server";

/** Writes the search entries of every public appraisal and of the decision log anew. Refuses everyone but the house. */
export async function rebuildAppraisalSearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
  // Every lock: what is opened or logged meanwhile must not be lost.
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["appraisal", "decision"]);
    const [ids, decisions] = [await listPublicIds(ctx), await listDecisionIds(ctx)];
    for (const id of ids) await indexAppraisal(ctx, id);
    for (const id of decisions) await indexDecision(ctx, id);
    const entries = ids.length + decisions.length;
    await audit(ctx, "appraisals.rebuilt_search", { kind: "search", id: "appraisal" }, { entries });
    return { ok: true as const, entries };
  });
}
