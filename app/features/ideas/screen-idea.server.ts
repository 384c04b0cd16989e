import { listPlaceNames } from "~/features/places/read.server";
import type { Ctx } from "~/platform/context.server";
import { type Flag, flagsIn } from "~/platform/flags";

/** What a person should look at before words of a board are shown: an aid, that decides nothing by itself. */
export async function screenWords(ctx: Ctx, words: readonly string[]): Promise<Flag[]> {
  // Each ends like a sentence, so that a heading's last word and a text's first do not look like somebody's name.
  return flagsIn(words.join(".\n"), await listPlaceNames(ctx));
}
