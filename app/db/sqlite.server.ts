import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { LRUCache } from "lru-cache";
import { type Database, type Db, notReady, READY } from "./database.server";
import { asUnavailable, isBrokenPromise, Unavailable } from "./errors.server";
import { backupBeforeMigrating, MIGRATIONS, refuseNewer } from "./migrations.server";
import * as schema from "./schema";
import { type Writer, writeQueue } from "./write-queue.server";

/** synchronous=FULL on every writer: a reopened WAL file falls back to NORMAL and may lose acknowledged writes. */
const PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "trusted_schema = OFF",
  "cell_size_check = ON",
  "secure_delete = ON",
  "journal_size_limit = 67108864",
  "mmap_size = 0",
  "temp_store = MEMORY",
  "cache_size = -8000",
];

/** Bytes; more than any one write of the site's. */
const REAL_WRITE = 200_000;

/** More than the site has different statements; lists of different lengths make new ones without end. */
const MOST_STATEMENTS = 500;

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: 5000 });
  for (const pragma of PRAGMAS) connection.pragma(pragma);
  keepStatements(connection);
  return connection;
}

/** Compiles each statement once: that takes longer than most of them take to run. */
function keepStatements(connection: Sqlite.Database): void {
  const compile = connection.prepare.bind(connection);
  const kept = new LRUCache<string, Sqlite.Statement>({ max: MOST_STATEMENTS });
  connection.prepare = ((text: string) => {
    const statement = kept.get(text) ?? compile(text);
    kept.set(text, statement);
    // Whoever had it before may have asked for rows as arrays.
    return statement.reader ? statement.raw(false) : statement;
  }) as typeof connection.prepare;
}

/** Opens (and makes, if missing) a SQLite file with one writer and one reader. */
export async function openSqlite(file: string): Promise<Database> {
  let raised = 0;
  let writer: Sqlite.Database;
  let reader: Sqlite.Database;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writer = connect(file);
    reader = connect(file);
  } catch (error) {
    throw asUnavailable(error);
  }
  // A stray write outside `transact` fails at once instead of waiting for itself.
  reader.pragma("query_only = ON");
  const db = drizzle(reader, { schema }) as unknown as Db;
  const tx = drizzle(writer, { schema }) as unknown as Db;
  const queue = writeQueue(steps(writer, refuseMoved(file)), () => {
    raised += 1;
  });
  // A small write may still fit where a real one did not.
  let probe = "";

  return {
    engine: "sqlite",
    db,
    lagging: db,
    commits: () => raised,
    async transact(_locks, work) {
      try {
        return await queue.run(() => work(tx));
      } catch (error) {
        if (isBrokenPromise(error))
          throw Object.assign(new Error("The disk failed to keep a write."), { fatal: true });
        const told = asUnavailable(error);
        if (told instanceof Unavailable) probe = "x".repeat(REAL_WRITE);
        throw told;
      }
    },
    async migrate() {
      refuseNewer("sqlite", appliedIn(writer));
      await backupBeforeMigrating(writer, file, appliedIn(writer).length);
      migrate(drizzle(writer, { schema }), { migrationsFolder: MIGRATIONS.sqlite });
      raised += 1;
    },
    async ready() {
      try {
        await db.select({ one: sql`1` }).from(schema.facts).limit(1);
        // Something else each time: what is there already is not written again.
        const value = `${Date.now()}${probe}`;
        await queue.run(() =>
          tx
            .insert(schema.facts)
            .values({ name: "ready", value })
            .onConflictDoUpdate({ target: schema.facts.name, set: { value } }),
        );
        probe = "";
        return READY;
      } catch (error) {
        return notReady(error);
      }
    },
    async close() {
      await queue.idle();
      reader.close();
      writer.pragma("wal_checkpoint(TRUNCATE)");
      writer.close();
    },
  };
}

/** A file that was moved or deleted under us would go on taking writes, and lose them all when we end. */
function refuseMoved(file: string): () => void {
  const opened = statSync(file);
  return () => {
    const now = statSync(file, { throwIfNoEntry: false });
    if (now?.ino !== opened.ino || now.dev !== opened.dev) throw new Unavailable("MOVED");
  };
}

function steps(writer: Sqlite.Database, refuse: () => void): Writer {
  return {
    begin() {
      refuse();
      writer.exec("BEGIN IMMEDIATE");
    },
    savepoint: () => void writer.exec("SAVEPOINT one"),
    release(keep) {
      if (!writer.inTransaction) return false;
      writer.exec(keep ? "RELEASE one" : "ROLLBACK TO one; RELEASE one");
      return true;
    },
    commit: () => void writer.exec("COMMIT"),
    rollback() {
      if (writer.inTransaction) writer.exec("ROLLBACK");
    },
  };
}

/** Times of the migrations that this file has had, oldest first. */
function appliedIn(connection: Sqlite.Database): number[] {
  const known = connection
    .prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'")
    .get();
  if (!known) return [];
  const rows = connection.prepare("select created_at from __drizzle_migrations order by created_at").all();
  return (rows as { created_at: number }[]).map((row) => Number(row.created_at));
}
