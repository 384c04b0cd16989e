import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexResponse } from "./index-responses.server";
import { may } from "./may";
import { listShownById, listStandingIds } from "./read.server";

/** Writes every standing answer's search entry anew, for `npm run search:rebuild`. Refuses everyone but the house. */
export async function rebuildResponseSearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["official_response"]);
    const shown = await listShownById(ctx, await listStandingIds(ctx));
    for (const seen of shown) await indexResponse(ctx, seen);
    await audit(
      ctx,
      "responses.rebuilt_search",
      { kind: "search", id: "official_response" },
      {
        entries: shown.length,
      },
    );
    return { ok: true as const, entries: shown.length };
  });
}
