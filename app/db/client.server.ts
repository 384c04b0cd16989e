import type { Database } from "./database.server";

export type { Database, Db } from "./database.server";

/** Opens the database at a `file:` or `postgres:` address. The engine must be the one this process was started for. */
export async function openDatabase(url: string): Promise<Database> {
  if (url.startsWith("file:")) {
    const { openSqlite } = await import("./sqlite.server");
    return openSqlite(url.slice("file:".length));
  }
  const { openPostgres } = await import("./postgres.server");
  return openPostgres(url);
}
