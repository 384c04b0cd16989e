import { and, eq } from "drizzle-orm";
import { answerableThings } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import type { Thing } from "~/platform/links.server";

/**
 * One thing was merged into another, or (`into` null) taken out of it again: it waits for no answer of its own, and
 * whoever asked to hear about it hears of the other's. Inside a write of the room whose things they are.
 */
export async function joinThings(
  ctx: Ctx,
  { thing, into }: { thing: Thing; into: Thing | null },
): Promise<void> {
  if (!ctx.held) throw new Error("joinThings() belongs inside a write.");
  await ctx.db
    .update(answerableThings)
    .set({ joinedKind: into?.kind ?? null, joinedId: into?.id ?? null })
    .where(and(eq(answerableThings.kind, thing.kind), eq(answerableThings.id, thing.id)));
}
