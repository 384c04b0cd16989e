import { answerableThings } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { dueOf, MOST } from "./rules";

/** Something that waits for an official answer, as the room in which it was said knows it. */
export type Asked = {
  thing: Thing;
  /** A few words that anyone may read: never what waits for a moderator. */
  said: string;
  /** The London day on which it was said. */
  saidOn: string;
  neighbourhoodId: string | null;
  themeIds?: readonly string[];
};

/**
 * Puts things on the register of what waits for an answer, or brings their words in step; the day on which something
 * was said stays the first one. Other rooms call it inside a write of theirs.
 */
export async function askForAnswers(ctx: Ctx, all: readonly Asked[]): Promise<void> {
  if (!ctx.held) throw new Error("askForAnswer() belongs inside a write.");
  for (const { thing, said, saidOn, neighbourhoodId, themeIds = [] } of all) {
    const changing = { said: shortened(said), neighbourhoodId, themeIds: [...themeIds] };
    await ctx.db
      .insert(answerableThings)
      .values({ ...thing, ...changing, saidOn, dueOn: dueOf(saidOn), hidden: false })
      .onConflictDoUpdate({ target: [answerableThings.kind, answerableThings.id], set: changing });
  }
}

/** The same for one thing. Inside a write. */
export async function askForAnswer(ctx: Ctx, asked: Asked): Promise<void> {
  await askForAnswers(ctx, [asked]);
}

function shortened(said: string): string {
  const line = said.replace(/\s+/g, " ").trim();
  return line.length <= MOST.said ? line : `${line.slice(0, MOST.said - 1).trimEnd()}…`;
}
