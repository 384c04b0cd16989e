import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexActivity } from "./index-activity.server";
import { may } from "./may";
import { listPublicIds } from "./read.server";

/** Writes every public activity's search entry anew, for `npm run search:rebuild`. Refuses everyone but the house. */
export async function rebuildActivitySearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
  // Every lock: an activity that is announced meanwhile must not be lost.
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["activity"]);
    const ids = await listPublicIds(ctx);
    for (const id of ids) await indexActivity(ctx, id);
    await audit(
      ctx,
      "engagement.rebuilt_search",
      { kind: "search", id: "activity" },
      { entries: ids.length },
    );
    return { ok: true as const, entries: ids.length };
  });
}
