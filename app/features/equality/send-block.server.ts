import { eq } from "drizzle-orm";
import { equalityDrafts, equalitySubmissions } from "~/db/tables/equality";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { keptOf } from "./answering";
import { keepBlocks } from "./keep-equality.server";
import { may } from "./may";
import { listExtras, submissionKey, wasSent } from "./read.server";
import { draftId, findDraft } from "./read-draft.server";
import { type Collection, equalityLock } from "./rules";

/** Sent; or why not. `begin`: nothing is on the way. */
export type Sent = { ok: true; already: boolean } | Refusal<"begin" | "invalid" | "missing">;

/**
 * Takes in what somebody said about themselves. What was on the way goes. The same form sent twice is one, for a day.
 *
 * Daily totals: not even these, so that nothing tells who was asked when.
 */
export async function sendBlock(
  ctx: Ctx,
  { collection, code, submissionId }: { collection: Collection; code: string | null; submissionId: string },
): Promise<Sent> {
  const locks = [equalityLock(collection), `equality-draft:${code}`];
  return write(ctx, { locks }, async (ctx): Promise<Sent> => {
    if (!may.answer(ctx.actor)) return { ok: false, reason: "missing" };
    if (await wasSent(ctx, collection, submissionId)) return { ok: true, already: true };
    const draft = await findDraft(ctx, collection, code);
    if (!draft || !code) return { ok: false, reason: "begin" };
    const answers = keptOf(draft, await listExtras(ctx));
    const kept = await keepBlocks(ctx, collection, [{ place: draft.place, answers }]);
    if (!kept.ok) return kept;
    await ctx.db.delete(equalityDrafts).where(eq(equalityDrafts.id, draftId(ctx, collection, code)));
    if (submissionId) {
      const key = submissionKey(ctx, collection, submissionId);
      await ctx.db.insert(equalitySubmissions).values({ key, day: dayOf(ctx.now) });
    }
    return { ok: true, already: false };
  });
}
