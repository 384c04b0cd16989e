import { and, asc, eq, gte, isNull, lte } from "drizzle-orm";
import { safeguardingCalls, safeguardingHandOvers, safeguardingTurns } from "~/db/tables/ideas-moderation";
import { accounts } from "~/db/tables/people";
import type { Ctx } from "~/platform/context.server";
import { dayOf } from "~/platform/london";
import { may } from "./may";
import { onTurn } from "./moderation";

const seen = {
  id: safeguardingTurns.id,
  accountId: safeguardingTurns.accountId,
  part: safeguardingTurns.part,
  role: safeguardingTurns.role,
  fromDay: safeguardingTurns.fromDay,
  toDay: safeguardingTurns.toDay,
  name: accounts.name,
};

/** Whose turn it is today to look when somebody may be in danger, in the order in which they are asked. */
export async function listOnTurn(ctx: Ctx) {
  const today = dayOf(ctx.now);
  const rows = await ctx.db
    .select(seen)
    .from(safeguardingTurns)
    .innerJoin(accounts, eq(accounts.id, safeguardingTurns.accountId))
    .where(
      and(
        lte(safeguardingTurns.fromDay, today),
        gte(safeguardingTurns.toDay, today),
        isNull(safeguardingTurns.endedAt),
      ),
    );
  return onTurn(rows, today);
}

/** Turns of today and later, the next first. */
export async function listTurns(ctx: Ctx) {
  return ctx.db
    .select(seen)
    .from(safeguardingTurns)
    .innerJoin(accounts, eq(accounts.id, safeguardingTurns.accountId))
    .where(and(gte(safeguardingTurns.toDay, dayOf(ctx.now)), isNull(safeguardingTurns.endedAt)))
    .orderBy(asc(safeguardingTurns.fromDay), asc(safeguardingTurns.toDay), asc(accounts.name))
    .limit(100);
}

/** Who was asked to look at a case, in which order. */
export async function listCalls(ctx: Ctx, caseId: string) {
  return ctx.db
    .select({ name: accounts.name, at: safeguardingCalls.at })
    .from(safeguardingCalls)
    .innerJoin(accounts, eq(accounts.id, safeguardingCalls.accountId))
    .where(eq(safeguardingCalls.caseId, caseId))
    .orderBy(asc(safeguardingCalls.at), asc(safeguardingCalls.id));
}

/** To whom a case was passed on, for those whose turn it is; null for everybody else. */
export async function findHandOvers(ctx: Ctx, caseId: string) {
  if (!may.passOn(ctx.actor, await listOnTurn(ctx))) return null;
  return ctx.db
    .select({ service: safeguardingHandOvers.service, at: safeguardingHandOvers.at, by: accounts.name })
    .from(safeguardingHandOvers)
    .innerJoin(accounts, eq(accounts.id, safeguardingHandOvers.by))
    .where(eq(safeguardingHandOvers.caseId, caseId))
    .orderBy(asc(safeguardingHandOvers.at), asc(safeguardingHandOvers.id));
}
