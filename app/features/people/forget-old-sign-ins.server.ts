import { and, inArray, lt } from "drizzle-orm";
import { signInLinks } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { dropMessages } from "~/platform/outbox.server";
import { forgetOldSessions } from "~/platform/session.server";

/** Links deleted in one write. */
const BATCH = 500;

/**
 * Deletes ways in and sessions that are over, and the messages that carried them. system only: runs every hour; nobody asks for it.
 */
export async function forgetOldSignIns(ctx: Ctx): Promise<{ ok: true; forgotten: number }> {
  const done = await write(ctx, { locks: ["forget-sign-ins"] }, async (ctx) => {
    const over = await ctx.db
      .select({ id: signInLinks.id })
      .from(signInLinks)
      .where(and(lt(signInLinks.expiresAt, ctx.now)))
      .limit(BATCH);
    const ids = over.map((link) => link.id);
    await dropMessages(ctx, { kind: "sign_in", ids });
    await ctx.db.delete(signInLinks).where(inArray(signInLinks.id, ids));
    await forgetOldSessions(ctx);
    if (ids.length > 0) {
      await audit(ctx, "people.sign_ins_forgotten", { kind: "sign_in", id: "all" }, { links: ids.length });
    }
    return { ok: true as const, forgotten: ids.length };
  });
  return done;
}
