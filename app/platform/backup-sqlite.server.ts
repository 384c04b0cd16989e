import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Sqlite from "better-sqlite3";
import { type BackupEngine, BackupTrouble, type Inspection, OLDER } from "./backup-engine.server";

/** Pages copied between two looks at the rest of the world; this process has nothing else to do. */
const PAGES_AT_ONCE = 5_000;

const fileOf = (url: string) => url.slice("file:".length);

/**
 * Copies inside one read transaction: others go on writing, and the copy neither begins again with each of their
 * commits nor mixes two moments.
 */
async function copyTo(url: string, file: string): Promise<void> {
  if (!existsSync(fileOf(url))) throw new BackupTrouble(`There is no database at ${fileOf(url)}.`);
  const source = new Sqlite(fileOf(url), { readonly: true, timeout: 5000 });
  try {
    source.exec("BEGIN");
    source.prepare("SELECT count(*) FROM sqlite_master").get();
    await source.backup(file, { progress: () => PAGES_AT_ONCE });
    source.exec("COMMIT");
  } finally {
    source.close();
  }
  // One plain file, without a log beside it that could be left behind.
  const copy = new Sqlite(file);
  copy.pragma("journal_mode = DELETE");
  copy.close();
}

function check(connection: Sqlite.Database): string[] {
  const found = connection.pragma("integrity_check") as { integrity_check: string }[];
  const damage = found.map((row) => row.integrity_check).filter((line) => line !== "ok");
  const astray = connection.pragma("foreign_key_check") as { table: string; rowid: number; parent: string }[];
  return [
    ...damage,
    ...astray.map((row) => `Row ${row.rowid} of ${row.table} points to nothing in ${row.parent}.`),
  ];
}

async function inspect(url: string, tables: readonly string[]): Promise<Inspection> {
  const connection = new Sqlite(fileOf(url), { readonly: true, timeout: 5000 });
  try {
    const countRows = connection.transaction(() =>
      tables.map((table) => [table, connection.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()]),
    );
    return { rows: Object.fromEntries(countRows()), problems: check(connection) };
  } catch (error) {
    if (String((error as Error).message).startsWith("no such table")) throw new BackupTrouble(OLDER);
    throw error;
  } finally {
    connection.close();
  }
}

/** Throws when another process has the file open; otherwise its log is merged into it. */
export function refuseIfInUse(file: string): void {
  const connection = new Sqlite(file, { timeout: 500 });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("BEGIN IMMEDIATE; COMMIT");
    connection.pragma("wal_checkpoint(TRUNCATE)");
  } catch (error) {
    if ((error as { code?: string }).code !== "SQLITE_BUSY") throw error;
    throw new BackupTrouble(`The site is still running on ${file}. Stop it first.`);
  } finally {
    connection.close();
  }
}

async function restore(file: string, url: string, force: boolean): Promise<void> {
  const target = fileOf(url);
  if (existsSync(target) && !force) {
    throw new BackupTrouble(
      `There is a database at ${target} already. To replace it, add --force; it is kept under another name.`,
    );
  }
  mkdirSync(path.dirname(target), { recursive: true });
  const coming = `${target}.restoring`;
  copyFileSync(file, coming);
  const connection = new Sqlite(coming);
  const problems = check(connection);
  connection.close();
  if (problems.length > 0) {
    rmSync(coming);
    throw new BackupTrouble(`The backup is damaged, so nothing was restored: ${problems[0]}`);
  }
  if (existsSync(target)) {
    refuseIfInUse(target);
    renameSync(target, `${target}.replaced-${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`);
  }
  for (const ending of ["-wal", "-shm"]) rmSync(target + ending, { force: true });
  renameSync(coming, target);
}

/** Copies that a migration or a restore left beside the file hold people's data, too. */
function removeOldCopies(url: string, before: number): string[] {
  const { dir, base } = path.parse(fileOf(url));
  const old = readdirSync(dir || ".").filter((name) => {
    const isCopy = name.startsWith(`${base}.before-`) || name.startsWith(`${base}.replaced-`);
    return isCopy && statSync(path.join(dir, name)).ctimeMs < before;
  });
  for (const name of old) rmSync(path.join(dir, name));
  return old;
}

/** How SQLite files are backed up and restored. */
export const sqliteBackup: BackupEngine = {
  ending: "db",
  copyTo,
  restore,
  inspect,
  removeOldCopies,
  async scratch() {
    const folder = mkdtempSync(path.join(tmpdir(), "round-here-scratch-"));
    const url = `file:${path.join(folder, `${randomBytes(4).toString("hex")}.db`)}`;
    return { url, remove: async () => rmSync(folder, { recursive: true, force: true }) };
  },
};
