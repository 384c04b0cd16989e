import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { commitments } from "~/db/tables/commitments";
import type { Ctx } from "~/platform/context.server";

/** The row of a commitment, or null. */
export async function findCommitment(ctx: Ctx, id: string) {
  const [row] = await ctx.db.select().from(commitments).where(eq(commitments.id, id));
  return row ?? null;
}

/** Dated commitments that are under way, for an answer to say that it is promised already; with the one it names. */
export async function listOpenCommitments(ctx: Ctx, keeping: string | null) {
  const isOpen = and(
    eq(commitments.kind, "dated"),
    isNull(commitments.doneDay),
    isNull(commitments.withdrawnDay),
  );
  return ctx.db
    .select({
      id: commitments.id,
      number: commitments.number,
      said: commitments.said,
      dueDay: commitments.dueDay,
    })
    .from(commitments)
    .where(keeping ? or(isOpen, eq(commitments.id, keeping)) : isOpen)
    .orderBy(asc(commitments.number))
    .limit(200);
}

/** Commitments as a chain shows them: when made and due, and how they came out. */
export async function listPromises(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return ctx.db
    .select({
      number: commitments.number,
      madeDay: commitments.madeDay,
      dueDay: commitments.dueDay,
      doneDay: commitments.doneDay,
      withdrawnDay: commitments.withdrawnDay,
    })
    .from(commitments)
    .where(inArray(commitments.id, [...ids]))
    .orderBy(asc(commitments.number));
}
