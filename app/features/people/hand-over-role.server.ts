import { eq } from "drizzle-orm";
import { roleGrants } from "~/db/tables/people";
import { audit } from "~/platform/audit.server";
import { type Ctx, type Refusal, write } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { giveRole, type NotGivenRole } from "./give-role.server";
import { may } from "./may";

/** A role that somebody held, and who takes it over. */
export type HandingOver = { grantId: string; toAccountId: string };

/** Gives the same role over the same place to a successor, from today until the day it was to end. */
export async function handOverRole(
  ctx: Ctx,
  input: HandingOver,
): Promise<{ ok: true; grantId: string } | NotGivenRole | Refusal<"gone">> {
  return write(ctx, { locks: [`account:${input.toAccountId}`] }, async (ctx) => {
    const [held] = await ctx.db.select().from(roleGrants).where(eq(roleGrants.id, input.grantId));
    if (!held) return { ok: false, reason: "gone" };
    if (!may.giveRole(ctx.actor, held)) return { ok: false, reason: "not_allowed" };
    const { role, scopeKind, scopeId, toDay } = held;
    const stillToCome = toDay !== null && toDay >= dayOf(ctx.now) ? toDay : null;
    const given = await giveRole(ctx, {
      accountId: input.toAccountId,
      role,
      scopeKind,
      scopeId,
      toDay: stillToCome,
    });
    if (!given.ok) return given;
    const facts = { role, from: held.accountId, grant: given.grantId };
    await audit(ctx, "people.role_handed_over", { kind: "account", id: input.toAccountId }, facts);
    return given;
  });
}
