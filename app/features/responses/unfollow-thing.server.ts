import { and, eq, inArray, or } from "drizzle-orm";
import { thingFollowers } from "~/db/tables/responses-things";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { may } from "./may";
import { findFollowing, isUnfollowLink } from "./read-followers.server";

/**
 * Somebody need not hear more about a thing, by the link in a message to them: not about those merged into it either,
 * and under none of the records that are theirs. Doing it twice changes nothing.
 */
export async function unfollowThing(
  ctx: Ctx,
  { link }: { link: string },
): Promise<{ ok: true } | Refusal<"missing">> {
  if (!isUnfollowLink(ctx, link) || !may.unfollow(ctx.actor)) return { ok: false, reason: "missing" };
  return write(ctx, { locks: [] }, async (ctx) => {
    const found = await findFollowing(ctx, link);
    if (!found) return { ok: true };
    const about = found.things.map(({ kind, id }) =>
      and(eq(thingFollowers.kind, kind), eq(thingFollowers.thingId, id)),
    );
    await ctx.db
      .delete(thingFollowers)
      .where(and(inArray(thingFollowers.participantId, found.participantIds), or(...about)));
    await audit(ctx, "responses.unfollowed", found.things[0]);
    return { ok: true };
  });
}
