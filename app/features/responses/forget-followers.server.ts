import { and, eq, inArray } from "drizzle-orm";
import { thingFollowers } from "~/db/tables/responses-things";
import { forgetParticipants } from "~/features/people/forget-participants.server";
import type { Ctx } from "~/platform/context.server";

/**
 * Nobody hears any more about these things, and who had asked to is forgotten: the room kept the person for that
 * alone. Inside a write of that room.
 */
export async function forgetFollowers(ctx: Ctx, kind: string, ids: readonly string[]): Promise<void> {
  if (!ctx.held) throw new Error("forgetFollowers() belongs inside a write.");
  if (ids.length === 0) return;
  const gone = await ctx.db
    .delete(thingFollowers)
    .where(and(eq(thingFollowers.kind, kind), inArray(thingFollowers.thingId, [...ids])))
    .returning({ participantId: thingFollowers.participantId });
  await forgetParticipants(ctx, { ids: [...new Set(gone.map((row) => row.participantId))] });
}
