import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexEvent, indexHeard } from "./index-event.server";
import { may } from "./may";
import { listPublicIds } from "./read-staff.server";

/** Writes every public event's search entry anew, for `npm run search:rebuild`. Refuses everyone but the house. */
export async function rebuildEventSearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
  // Every lock: an event that is published meanwhile must not be lost.
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["event", "heard"]);
    const ids = await listPublicIds(ctx);
    for (const id of ids) {
      await indexEvent(ctx, id);
      await indexHeard(ctx, id);
    }
    await audit(ctx, "events.rebuilt_search", { kind: "search", id: "event" }, { entries: ids.length });
    return { ok: true as const, entries: ids.length };
  });
}
