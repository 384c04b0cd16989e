import type { Ctx } from "~/platform/context.server";
import { type Addressed, tellAll } from "~/platform/outbox.server";
import { lettersFor, type News, type NewsMore, type Party } from "./messages";

/** How many were told by which way; `none` asked not to be told. */
export type Told = { email: number; phone: number; letter: number; none: number };

/** Tells each of these parties one piece of news about their event once. Inside a write. */
export async function tellEveryone(
  ctx: Ctx,
  parties: readonly Party[],
  news: News,
  more: NewsMore = {},
): Promise<Told> {
  const told: Told = { email: 0, phone: 0, letter: 0, none: 0 };
  const letters: Addressed[] = [];
  for (const party of parties) {
    letters.push(...(await lettersFor(ctx, party, news, more)));
    told[party.participant.preferredContact] += 1;
  }
  await tellAll(ctx, letters);
  return told;
}
