import { listPlaceNames } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { type Flag, flagsIn } from "~/platform/flags";

/** What a person should look at before words of a board are shown: an aid, that decides nothing by itself. */
export async function screenWords(ctx: Ctx, words: readonly string[]): Promise<Flag[]> {
  return flagsIn(words.join("\n"), await listPlaceNames(ctx));
}
