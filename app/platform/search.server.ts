import { type Found, findByWords } from "~/db/search.server";
import type { Ctx } from "./context.server";

/** Everything public that holds all the words, best first. What is hidden has no entry to be found. */
export async function searchFor(ctx: Ctx, words: string): Promise<Found[]> {
  return findByWords(ctx.db, words, { limit: 50 });
}
