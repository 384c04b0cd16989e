import { sql } from "drizzle-orm";
import type { Db } from "./client.server";
import { isPostgres } from "./columns";

let made = 0;

/** Runs `work` in a savepoint of the open transaction: undone alone when it throws. */
export async function inSavepoint<T>(tx: Db, work: () => Promise<T>): Promise<T> {
  made = (made + 1) % Number.MAX_SAFE_INTEGER;
  const name = sql.identifier(`s${made}`);
  await command(tx, sql`savepoint ${name}`);
  try {
    const value = await work();
    await command(tx, sql`release savepoint ${name}`);
    return value;
  } catch (error) {
    await command(tx, sql`rollback to savepoint ${name}`);
    await command(tx, sql`release savepoint ${name}`);
    throw error;
  }
}

/** The engines run bare statements under different method names. */
async function command(tx: Db, statement: ReturnType<typeof sql>): Promise<void> {
  const either = tx as unknown as Record<"run" | "execute", (s: typeof statement) => unknown>;
  await (isPostgres ? either.execute(statement) : either.run(statement));
}
