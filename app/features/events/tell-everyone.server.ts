import type { Ctx } from "~/platform/context.server";
import { type News, type NewsMore, type Party, tellPerson } from "./messages";

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
  for (const party of parties) {
    await tellPerson(ctx, party, news, more);
    told[party.participant.preferredContact] += 1;
  }
  return told;
}
