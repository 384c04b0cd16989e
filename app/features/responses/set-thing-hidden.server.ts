import { and, eq } from "drizzle-orm";
import { answerableThings } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";
import { indexResponses } from "./index-responses.server";
import { untell } from "./messages";
import { listAllAbout } from "./read.server";

/**
 * A thing left the public pages of its room, or came back: its answers go and come with it, from pages, search, feeds,
 * counts and what has not been sent yet. Inside a write of that room.
 */
export async function setThingHidden(ctx: Ctx, thing: Thing, hidden: boolean): Promise<void> {
  if (!ctx.held) throw new Error("setThingHidden() belongs inside a write.");
  await ctx.db
    .update(answerableThings)
    .set({ hidden })
    .where(and(eq(answerableThings.kind, thing.kind), eq(answerableThings.id, thing.id)));
  if (hidden) {
    const about = await listAllAbout(ctx, thing);
    await untell(
      ctx,
      about.map(({ response }) => response.id),
    );
  }
  await indexResponses(ctx, thing);
}
