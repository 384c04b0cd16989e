import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexBoard, indexIdea } from "./index-idea.server";
import { may } from "./may";
import { listForSearch } from "./read.server";

/** Writes every board's and every shown idea's search entry anew. Refuses everyone but the house. */
export async function rebuildIdeaSearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
  return write(ctx, { locks: ["*"] }, async (ctx) => {
    await dropSearchKinds(ctx.db, ["idea", "idea_board"]);
    const { boards, ideas } = await listForSearch(ctx);
    for (const id of boards) await indexBoard(ctx, id);
    for (const id of ideas) await indexIdea(ctx, id);
    const entries = boards.length + ideas.length;
    await audit(ctx, "ideas.rebuilt_search", { kind: "search", id: "idea" }, { entries });
    return { ok: true as const, entries };
  });
}
