import { existsSync, readFileSync } from "node:fs";
import type Sqlite from "better-sqlite3";

/** Where each engine's migrations lie, from the project's folder. */
export const MIGRATIONS = { sqlite: "drizzle/sqlite", postgres: "drizzle/postgres" } as const;

/** Any number: all processes that migrate one database take this PostgreSQL lock. */
export const MIGRATION_LOCK = 7_001;

type Journal = { entries: { when: number }[] };

function known(engine: keyof typeof MIGRATIONS): number[] {
  const journal = JSON.parse(readFileSync(`${MIGRATIONS[engine]}/meta/_journal.json`, "utf8")) as Journal;
  return journal.entries.map((entry) => entry.when);
}

/** Throws when the database has had a migration that this code does not know. */
export function refuseNewer(engine: keyof typeof MIGRATIONS, applied: number[]): void {
  const newest = Math.max(0, ...known(engine));
  if (applied.some((when) => when > newest)) {
    throw new Error("This database was made by a newer version of Round Here. Start that version instead.");
  }
}

/** Copies a database that is about to change to `<file>.before-<n>`, once for each number of migrations. */
export async function backupBeforeMigrating(
  connection: Sqlite.Database,
  file: string,
  applied: number,
): Promise<void> {
  const copy = `${file}.before-${applied + 1}`;
  if (applied === 0 || applied === known("sqlite").length || existsSync(copy)) return;
  await connection.backup(copy);
}
