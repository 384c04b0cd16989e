import { existsSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { type Column, count, getTableColumns, getTableName, sql, type Table } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Database, type Db, openDatabase } from "~/db/client.server";
import { isPostgres } from "~/db/columns";
import { verifyAudit } from "./audit.server";
import { ourTables } from "./backup-check.server";
import { BackupTrouble, OLDER } from "./backup-engine.server";
import { refuseIfInUse } from "./backup-sqlite.server";

/** PostgreSQL takes at most 65,535 values in one statement. */
const VALUES_AT_ONCE = 20_000;

/** Tables in an order in which each comes after those that it points to. */
export function inForeignKeyOrder(tables: readonly Table[]): Table[] {
  const ordered: Table[] = [];
  const visit = (table: Table) => {
    if (ordered.includes(table)) return;
    for (const key of getTableConfig(table as PgTable).foreignKeys) {
      const { foreignTable } = key.reference();
      if (foreignTable !== table) visit(foreignTable);
    }
    ordered.push(table);
  };
  tables.forEach(visit);
  return ordered;
}

/** A value as SQLite keeps it, as PostgreSQL's column wants it. */
function convert(column: Column, value: unknown): unknown {
  if (value === null) return null;
  if (column.dataType === "boolean") return value === 1;
  if (column.dataType === "date") return new Date(Number(value));
  if (column.dataType === "json") return JSON.parse(String(value));
  return value;
}

/** Throws when the file lacks a table or column of this version. */
function refuseOlder(source: Sqlite.Database): void {
  for (const table of ourTables) {
    const there = source.pragma(`table_info("${getTableName(table)}")`) as { name: string }[];
    const names = new Set(there.map((column) => column.name));
    if (!Object.values(getTableColumns(table)).every((column) => names.has(column.name))) {
      throw new BackupTrouble(OLDER);
    }
  }
}

/** Throws when any table holds rows; what the database notes about itself does not count. */
async function refuseFilled(target: Database): Promise<void> {
  for (const table of ourTables) {
    const [found] = await target.db.select({ n: count() }).from(table as SQLiteTable);
    if (found && found.n > 0 && getTableName(table) !== "facts") {
      throw new BackupTrouble(`The PostgreSQL database is not empty: ${getTableName(table)} holds rows.`);
    }
  }
}

async function copyTable(source: Sqlite.Database, tx: Db, table: Table): Promise<number> {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(", ");
  const rowsAtOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length));
  let batch: Record<string, unknown>[] = [];
  let copied = 0;
  const flush = async () => {
    if (batch.length === 0) return;
    await tx.insert(table as SQLiteTable).values(batch as never);
    copied += batch.length;
    batch = [];
  };
  const rows = source.prepare(`SELECT ${names} FROM "${getTableName(table)}"`).iterate();
  for (const row of rows as IterableIterator<Record<string, unknown>>) {
    batch.push(Object.fromEntries(columns.map(([key, column]) => [key, convert(column, row[column.name])])));
    if (batch.length === rowsAtOnce) await flush();
  }
  await flush();
  return copied;
}

/** Numbers that PostgreSQL gives to new rows go on after those that came along. */
async function continueNumbers(tx: Db, table: Table): Promise<void> {
  for (const column of Object.values(getTableColumns(table))) {
    if (!column.columnType.startsWith("PgBigSerial")) continue;
    const sequence = sql`pg_get_serial_sequence(${getTableName(table)}, ${column.name})`;
    const next = sql`setval(${sequence}, coalesce(max(${column}), 1), max(${column}) is not null)`;
    await tx.select({ next }).from(table as SQLiteTable);
  }
}

/**
 * Copies a SQLite database into an empty PostgreSQL one, in one transaction, and checks the result: rows of every
 * table, and the audit chain. The process must have been started for PostgreSQL. Refuses a file that is in use or
 * older than this version, and a target that holds rows. Throws `BackupTrouble` in plain words.
 */
export async function moveToPostgres(from: string, to: string): Promise<Record<string, number>> {
  if (!isPostgres) throw new BackupTrouble("--to must be a postgres:// address.");
  if (!existsSync(from)) throw new BackupTrouble(`There is no database at ${from}.`);
  refuseIfInUse(from);
  const source = new Sqlite(from, { readonly: true });
  const target = await openDatabase(to);
  try {
    refuseOlder(source);
    await target.migrate();
    await refuseFilled(target);
    const moved = await copyAll(source, target);
    await refuseDifference(source, target);
    return moved;
  } finally {
    source.close();
    await target.close();
  }
}

function copyAll(source: Sqlite.Database, target: Database): Promise<Record<string, number>> {
  return target.transact(["*"], async (tx) => {
    const moved: Record<string, number> = {};
    for (const table of inForeignKeyOrder(ourTables)) {
      const name = getTableName(table);
      try {
        if (name === "facts") await tx.delete(table as SQLiteTable);
        moved[name] = await copyTable(source, tx, table);
        await continueNumbers(tx, table);
      } catch (error) {
        // The whole message would quote the row.
        const { code, cause } = error as { code?: string; cause?: { code?: string } };
        throw new BackupTrouble(`${name} could not be copied (${cause?.code ?? code}); nothing was moved.`, {
          cause: error,
        });
      }
    }
    return moved;
  });
}

async function refuseDifference(source: Sqlite.Database, target: Database): Promise<void> {
  for (const table of ourTables) {
    const name = getTableName(table);
    const had = source.prepare(`SELECT count(*) FROM "${name}"`).pluck().get();
    const [has] = await target.db.select({ n: count() }).from(table as SQLiteTable);
    if (had !== has?.n)
      throw new BackupTrouble(`${name}: ${had} rows became ${has?.n}. Do not use the copy.`);
  }
  const { trouble } = await verifyAudit(target.db);
  if (trouble) throw new BackupTrouble(`The audit chain does not hold after the move: ${trouble}`);
}
