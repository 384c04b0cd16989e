import { thingFollowers } from "~/db/tables/responses-things";
import type { Ctx } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import type { Thing } from "~/platform/links.server";
import { listFollowers } from "./read-followers.server";

/**
 * Somebody asked to hear what comes of a thing: once, however often they ask. The room in which they asked has their
 * yes. Inside a write.
 */
export async function followThing(
  ctx: Ctx,
  { thing, participantId }: { thing: Thing; participantId: string },
): Promise<void> {
  await followThings(ctx, [{ thing, participantId }]);
}

/** The same for many at once, as history is loaded. Inside a write. */
export async function followThings(
  ctx: Ctx,
  all: readonly { thing: Thing; participantId: string }[],
): Promise<void> {
  if (!ctx.held) throw new Error("followThing() belongs inside a write.");
  for (let done = 0; done < all.length; done += AT_ONCE) {
    const rows = all.slice(done, done + AT_ONCE).map(({ thing, participantId }) => ({
      id: newId(),
      kind: thing.kind,
      thingId: thing.id,
      participantId,
      at: ctx.now,
    }));
    await ctx.db.insert(thingFollowers).values(rows).onConflictDoNothing();
  }
}

const AT_ONCE = 200;

/** Who followed one thing follows what came of it too, such as the idea that a note became. Inside a write. */
export async function followAlso(ctx: Ctx, { from, to }: { from: Thing; to: Thing }): Promise<void> {
  const followers = await listFollowers(ctx, from);
  if (followers.length === 0) return;
  await followThings(
    ctx,
    followers.map(({ follower }) => ({ thing: to, participantId: follower.participantId })),
  );
}
