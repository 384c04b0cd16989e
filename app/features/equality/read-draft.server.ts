import { and, eq, gte } from "drizzle-orm";
import { equalityDrafts } from "~/db/tables/equality";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { unseal } from "~/platform/sealed.server";
import { keyed } from "~/platform/secret-links.server";
import type { Draft } from "./answering";
import type { Collection } from "./rules";

/** What a draft is kept under: nobody finds the code from it, nor to which collection it belongs. */
export const draftId = (ctx: Ctx, { kind, id }: Collection, code: string) =>
  keyed(ctx.secret, "equality-draft", kind, id, code);

/** The key that a draft is sealed with: the site's secret and the browser's code together. */
export const draftKey = (ctx: Ctx, code: string) => keyed(ctx.secret, "equality-draft-key", code);

/** The answers on the way that belong to a browser's code; null for none, another collection's, or when their day is over. */
export async function findDraft(
  ctx: Ctx,
  collection: Collection,
  code: string | null,
): Promise<Draft | null> {
  if (!code) return null;
  const [row] = await ctx.db
    .select()
    .from(equalityDrafts)
    .where(
      and(eq(equalityDrafts.id, draftId(ctx, collection, code)), gte(equalityDrafts.lastDay, dayOf(ctx.now))),
    );
  const text = row && unseal(draftKey(ctx, code), "equality-draft", row.sealed);
  return text ? (JSON.parse(text) as Draft) : null;
}
