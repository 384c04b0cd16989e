import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type * as schema from "./schema";

/** A connection that reads, or, inside `transact`, reads and writes. Typed as SQLite on both engines. */
export type Db = BaseSQLiteDatabase<"async", unknown, typeof schema>;

/** One open database, whichever engine runs it. */
export type Database = {
  engine: "sqlite" | "postgres";
  /** Reads only. A write through it fails on SQLite. */
  db: Db;
  /** Reads that may be a moment old, for pages that are the same for everyone: a replica when one is at rest, else `db`. */
  readonly lagging: Db;
  /** Raised by every commit of any process: what was rendered before may be stale. */
  commits(): number;
  /**
   * Runs `work` in a transaction that holds the named locks, and commits unless it throws.
   * Refuses nothing itself; throws `Unavailable` when the database can't take writes.
   */
  transact<T>(locks: readonly string[], work: (tx: Db) => Promise<T>): Promise<T>;
  /** Brings the tables to this version; refuses a database made by newer code. */
  migrate(): Promise<void>;
  /** Reads and writes one row; reasons say what is wrong. */
  ready(): Promise<Readiness>;
  close(): Promise<void>;
};

/** Whether work can be done, and if not, what is wrong by part. */
export type Readiness = { ok: boolean; reasons: string[] };

/** Everything answers. */
export const READY: Readiness = { ok: true, reasons: [] };

/** The database's own code for what is wrong, without addresses. */
export function notReady(error: unknown): Readiness {
  const found = error as { code?: string; cause?: { code?: string } };
  return { ok: false, reasons: [`database: ${found.code || found.cause?.code || "not answering"}`] };
}
