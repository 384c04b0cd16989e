import Sqlite from "better-sqlite3";
import pg from "pg";

/**
 * A connection of our own to a site's database, beside the site's, for looking at what it really holds.
 * `?` stands for a value on both engines.
 * @param {string} databaseUrl
 * @param {{ readOnly?: boolean }} [options]
 */
export async function openPeek(databaseUrl, { readOnly = true } = {}) {
  if (databaseUrl.startsWith("file:")) return peekAtSqlite(databaseUrl.slice("file:".length), readOnly);
  return peekAtPostgres(databaseUrl, readOnly);
}

function peekAtSqlite(file, readonly) {
  const db = new Sqlite(file, { readonly, timeout: 5000 });
  const known = new Map();
  const prepared = (sql) => {
    if (!known.has(sql)) known.set(sql, db.prepare(sql));
    return known.get(sql);
  };
  return {
    engine: "sqlite",
    /** What orders rows by when they were written, in a table that nothing is taken out of. */
    written: "rowid",
    all: async (sql, ...values) => prepared(sql).all(...values),
    async run(sql, ...values) {
      prepared(sql).run(...values);
    },
    close: async () => void db.close(),
  };
}

async function peekAtPostgres(url, readOnly) {
  const client = new pg.Client({ connectionString: url });
  // Counts and 64-bit integers come as text otherwise.
  pg.types.setTypeParser(20, Number);
  await client.connect();
  if (readOnly) await client.query("set default_transaction_read_only = on");
  const numbered = (sql) => {
    let n = 0;
    return sql.replace(/\?/g, () => `$${++n}`);
  };
  return {
    engine: "postgres",
    // A write takes its number after it holds the event's lock, so numbers come in the order of the lock.
    written: "xmin::text::bigint, id",
    all: async (sql, ...values) => (await client.query(numbered(sql), values)).rows,
    async run(sql, ...values) {
      await client.query(numbered(sql), values);
    },
    close: () => client.end(),
  };
}
