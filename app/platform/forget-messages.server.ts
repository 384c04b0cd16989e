import { and, inArray, lt, ne } from "drizzle-orm";
import { messages } from "~/db/tables/platform";
import { audit } from "./audit.server";
import { type Ctx, write } from "./context.server";

const DAY_MS = 86_400_000;
const BATCH = 500;

/**
 * Takes the name, the contact and the words out of messages written more than `days` ago; what is left says
 * only that there was one. One that still waits after so long is withdrawn. Returns how many.
 */
export async function forgetOldMessages(ctx: Ctx, days: number): Promise<number> {
  const before = new Date(ctx.now.getTime() - days * DAY_MS);
  const old = and(lt(messages.createdAt, before), ne(messages.recipient, ""));
  let forgotten = 0;
  for (;;) {
    const rows = await ctx.db.select({ id: messages.id }).from(messages).where(old).limit(BATCH);
    if (rows.length === 0) return forgotten;
    const ids = rows.map(({ id }) => id);
    await write(ctx, { locks: ["outbox"] }, async (ctx) => {
      const these = inArray(messages.id, ids);
      const unfinished = inArray(messages.state, ["waiting", "sending", "failed"]);
      await ctx.db.update(messages).set({ state: "withdrawn" }).where(and(these, unfinished));
      const nothing = {
        recipient: "",
        recipientName: "",
        text: "",
        html: null,
        calendar: null,
        formats: [],
        language: null,
      };
      await ctx.db.update(messages).set(nothing).where(these);
      await audit(ctx, "outbox.forgot", { kind: "messages", id: "old" }, { count: ids.length, days });
      return { ok: true as const };
    });
    forgotten += ids.length;
  }
}
