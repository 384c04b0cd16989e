import { sql } from "drizzle-orm";
import type { Db } from "./client.server";
import { isPostgres } from "./columns";

/** One name does for all: the engines mean the innermost of that name. */
const INNER = {
  begin: sql`savepoint inner_write`,
  keep: sql`release savepoint inner_write`,
  undo: sql`rollback to savepoint inner_write`,
};

/** Runs `work` in a savepoint of the open transaction: undone alone when it throws. */
export async function inSavepoint<T>(tx: Db, work: () => Promise<T>): Promise<T> {
  await command(tx, INNER.begin);
  try {
    const value = await work();
    await command(tx, INNER.keep);
    return value;
  } catch (error) {
    await command(tx, INNER.undo);
    await command(tx, INNER.keep);
    throw error;
  }
}

/** The engines run bare statements under different method names. */
async function command(tx: Db, statement: ReturnType<typeof sql>): Promise<void> {
  const either = tx as unknown as Record<"run" | "execute", (s: typeof statement) => unknown>;
  await (isPostgres ? either.execute(statement) : either.run(statement));
}
