import { and, eq, isNull } from "drizzle-orm";
import { safeguardingTurns } from "~/db/tables/ideas-moderation";
import { findActor } from "~/features/people/read.server";
import { isStaff } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { may } from "./may";
import { turnForm } from "./moderation-forms";
import { fieldsOf } from "./schema";

/** Arranged; or why not. */
export type TurnArranged = { ok: true } | Refusal<"invalid" | "not_allowed">;

/** Puts somebody on the rota of those who look when somebody may be in danger, as lead or as cover, for some days. */
export async function arrangeTurn(ctx: Ctx, input: { typed: unknown }): Promise<TurnArranged> {
  const parsed = turnForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { account, ...turn } = parsed.data;
  const who = await findActor(ctx, account);
  if (who?.kind !== "account" || !isStaff(who)) {
    return { ok: false, reason: "invalid", fields: { account: ["Choose a person from the list"] } };
  }
  return write(ctx, { locks: ["safeguarding"] }, async (ctx): Promise<TurnArranged> => {
    if (!may.arrangeRota(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const id = newId();
    await ctx.db.insert(safeguardingTurns).values({ id, accountId: who.id, ...turn });
    const { part, fromDay, toDay } = turn;
    await audit(ctx, "ideas.turn_arranged", { kind: "account", id: who.id }, { part, fromDay, toDay });
    return { ok: true };
  });
}

/** Takes a turn off the rota. That it was there stays known. */
export async function arrangeTurnEnd(
  ctx: Ctx,
  input: { id: string },
): Promise<{ ok: true } | Refusal<"missing" | "not_allowed">> {
  return write(ctx, { locks: ["safeguarding"] }, async (ctx) => {
    if (!may.arrangeRota(ctx.actor)) return { ok: false, reason: "not_allowed" };
    const [turn] = await ctx.db
      .update(safeguardingTurns)
      .set({ endedAt: ctx.now })
      .where(and(eq(safeguardingTurns.id, input.id), isNull(safeguardingTurns.endedAt)))
      .returning();
    if (!turn) return { ok: false, reason: "missing" };
    await audit(ctx, "ideas.turn_ended", { kind: "account", id: turn.accountId });
    return { ok: true };
  });
}
