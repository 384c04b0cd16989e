import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexSurvey } from "./index-survey.server";
import { may } from "./may";
import { listPublishedIds } from "./read.server";

/** Writes every published survey's search entry anew, for `npm run search:rebuild`. Refuses everyone but the house. */
export async function rebuildSurveySearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["survey"]);
    const ids = await listPublishedIds(ctx);
    for (const id of ids) await indexSurvey(ctx, id);
    await audit(ctx, "surveys.rebuilt_search", { kind: "search", id: "survey" }, { entries: ids.length });
    return { ok: true as const, entries: ids.length };
  });
}
