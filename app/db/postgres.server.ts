import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { type Database, type Db, notReady, READY } from "./database.server";
import { asUnavailable, isWorthRetrying } from "./errors.server";
import { MIGRATION_LOCK, MIGRATIONS, refuseNewer } from "./migrations.server";
import * as schema from "./schema";
import { turnstile } from "./turnstile.server";

const COMMITTED = "round_here_committed";
/** Held shared by every write, and alone by a write that names the lock `*`. */
const EVERYTHING = 7_000n;
const MOST_TRIES = 4;
const CONNECTIONS = 12;
/** How long a query waits for a free connection: in a rush people rather wait than be sent away. */
const LONGEST_WAIT_MS = 30_000;
/** Writes at once, so that reads always find a connection. */
const MOST_WRITES = 8;

/** The 64-bit advisory lock of a name. */
function lockKey(name: string): bigint {
  return createHash("sha256").update(name).digest().readBigInt64BE(0);
}

/** After a commit that was heard of, replicas get this long to take it over before they are read again. */
const REPLICAS_CATCH_UP_MS = 2000;

function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: LONGEST_WAIT_MS,
  });
  pool.on("error", () => {
    // A broken idle connection is replaced by the pool at the next query.
  });
  return pool;
}

/**
 * Opens a PostgreSQL database: a pool, one connection that hears of every commit of any process, and a pool
 * for each replica.
 */
export async function openPostgres(url: string, replicaUrls: readonly string[] = []): Promise<Database> {
  const pool = poolOf(url);
  const replicas = replicaUrls.map(poolOf);
  const lagging = replicas.map((replica) => drizzle(replica, { schema }) as unknown as Db);
  let turn = 0;
  let committedAt = performance.now();
  const orm = drizzle(pool, { schema });
  const db = orm as unknown as Db;
  // Those who want the same lock wait here for their own process, where they hold no connection.
  const writes = turnstile(MOST_WRITES);
  let raised = 0;
  const heard = () => {
    raised += 1;
    committedAt = performance.now();
  };
  const ear = await listen(url, heard);

  async function once<T>(locks: readonly string[], work: (tx: Db) => Promise<T>): Promise<T> {
    return orm.transaction(async (tx) => {
      await tx.execute(lockStatement(locks));
      const value = await work(tx as unknown as Db);
      await tx.execute(sql`select pg_notify(${COMMITTED}, '')`);
      return value;
    });
  }

  return {
    engine: "postgres",
    db,
    get lagging() {
      const settled = performance.now() - committedAt > REPLICAS_CATCH_UP_MS;
      turn += 1;
      return (settled && lagging[turn % lagging.length]) || db;
    },
    commits: () => raised,
    async transact(locks, work) {
      for (let tries = 1; ; tries += 1) {
        try {
          const value = await writes.pass(locks, () => once(locks, work));
          heard();
          return value;
        } catch (error) {
          if (tries < MOST_TRIES && isWorthRetrying(error)) continue;
          throw asUnavailable(error);
        }
      }
    },
    async migrate() {
      const client = await pool.connect();
      try {
        await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
        refuseNewer("postgres", await appliedIn(client));
        await migrate(drizzle(client, { schema }), { migrationsFolder: MIGRATIONS.postgres });
      } finally {
        // The connection ends, and with it the lock, also when a migration failed.
        client.release(true);
      }
    },
    async ready() {
      try {
        await once([], (tx) =>
          tx
            .insert(schema.facts)
            .values({ name: "ready", value: "" })
            .onConflictDoUpdate({ target: schema.facts.name, set: { value: "" } }),
        );
        return READY;
      } catch (error) {
        return notReady(error);
      }
    },
    async close() {
      await ear.close();
      await Promise.all([pool, ...replicas].map((one) => one.end()));
    },
  };
}

/** Shared or exclusive hold on everything first, then the named locks in one order for all. */
function lockStatement(locks: readonly string[]) {
  if (locks.includes("*")) return sql`select pg_advisory_xact_lock(${EVERYTHING}::bigint)`;
  const keys = [...new Set(locks)].map(lockKey).sort((a, b) => (a < b ? -1 : 1));
  const named = keys.map((key) => sql`, pg_advisory_xact_lock(${key}::bigint)`);
  return sql`select pg_advisory_xact_lock_shared(${EVERYTHING}::bigint)${sql.join(named, sql``)}`;
}

async function appliedIn(client: pg.PoolClient): Promise<number[]> {
  const found = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (!found.rows[0]?.name) return [];
  const rows = await client.query("select created_at from drizzle.__drizzle_migrations order by created_at");
  return rows.rows.map((row) => Number(row.created_at));
}

/** Listens for commits for as long as it takes, through restarts of the server. */
async function listen(url: string, heard: () => void) {
  let closed = false;
  let client: pg.Client | null = null;

  async function connect() {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    next.on("notification", heard);
    next.on("error", () => next.end().catch(() => {}));
    next.on("end", () => {
      if (client === next) reconnectSoon();
    });
    await next.connect();
    await next.query(`listen ${COMMITTED}`);
    client = next;
  }

  function reconnectSoon() {
    // What was missed while deaf may be anything.
    heard();
    if (closed) return;
    setTimeout(() => void connect().catch(reconnectSoon), 500).unref();
  }

  await connect().catch((error) => {
    throw asUnavailable(error);
  });
  return {
    async close() {
      closed = true;
      await client?.end();
    },
  };
}
