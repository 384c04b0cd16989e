import { inArray, lt } from "drizzle-orm";
import { safeguardingHandOvers } from "~/db/tables/ideas-moderation";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { newId } from "~/platform/ids.server";
import { retention } from "~/platform/retention";
import { may } from "./may";
import { handOverForm } from "./moderation-forms";
import { findCaseRow } from "./read-cases.server";
import { listOnTurn } from "./read-rota.server";
import { fieldsOf } from "./schema";

/** Noted; or why not. */
export type HandedOver = { ok: true } | Refusal<"invalid" | "missing" | "not_allowed">;

/**
 * Notes that a worry was passed on: to which service, when and by whom, and nothing of what was said. Only for those
 * whose turn it is. The record of acts says that it was noted, not to whom it went.
 */
export async function noteHandOver(ctx: Ctx, input: { id: string; typed: unknown }): Promise<HandedOver> {
  const parsed = handOverForm.safeParse(input.typed);
  if (!parsed.success) return { ok: false, reason: "invalid", fields: fieldsOf(parsed.error) };
  const { service } = parsed.data;
  return write(ctx, { locks: [`idea-case:${input.id}`] }, async (ctx): Promise<HandedOver> => {
    const found = await findCaseRow(ctx, input.id);
    if (!found || !may.read(ctx.actor, found.board)) return { ok: false, reason: "missing" };
    const { actor } = ctx;
    if (actor.kind !== "account" || !may.passOn(actor, await listOnTurn(ctx))) {
      return { ok: false, reason: "not_allowed" };
    }
    const row = { id: newId(), caseId: input.id, service, at: ctx.now, by: actor.id };
    await ctx.db.insert(safeguardingHandOvers).values(row);
    await audit(ctx, "ideas.handed_over", { kind: "idea_case", id: input.id });
    return { ok: true };
  });
}

/** Deletes hand-overs that have been kept long enough. system only: the clock asks for it. */
export async function noteHandOversNoLonger(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now);
  before.setUTCMonth(before.getUTCMonth() - retention.handOverMonths);
  await write(ctx, { locks: ["safeguarding"] }, async (ctx) => {
    const old = await ctx.db
      .select({ id: safeguardingHandOvers.id })
      .from(safeguardingHandOvers)
      .where(lt(safeguardingHandOvers.at, before))
      .limit(500);
    if (old.length === 0) return { ok: true as const };
    const ids = old.map(({ id }) => id);
    await ctx.db.delete(safeguardingHandOvers).where(inArray(safeguardingHandOvers.id, ids));
    await audit(ctx, "ideas.forgot_hand_overs", { kind: "ideas", id: "all" }, { rows: ids.length });
    return { ok: true as const };
  });
}
