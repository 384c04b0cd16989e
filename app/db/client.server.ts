import type { Database } from "./database.server";

export type { Database, Db } from "./database.server";

/**
 * Opens the database at a `file:` or `postgres:` address, with replicas of it on PostgreSQL. The engine must
 * be the one this process was started for.
 */
export async function openDatabase(url: string, replicaUrls: readonly string[] = []): Promise<Database> {
  if (url.startsWith("file:")) {
    const { openSqlite } = await import("./sqlite.server");
    return openSqlite(url.slice("file:".length));
  }
  const { openPostgres } = await import("./postgres.server");
  return openPostgres(url, replicaUrls);
}
