import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { type BackupEngine, BackupTrouble } from "./backup-engine.server";
import { postgresBackup } from "./backup-postgres.server";
import { sqliteBackup } from "./backup-sqlite.server";
import { retention } from "./retention";

/** What is written beside each backup, so that it can be trusted later. */
export type Manifest = {
  file: string;
  madeAt: string;
  engine: "sqlite" | "postgres";
  bytes: number;
  sha256: string;
};

const NAME = /^roundhere-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z(?:_\d+)?\.(?:db|dump)$/;
const DAY_MS = 86_400_000;

const engineName = (url: string) => (url.startsWith("file:") ? "sqlite" : "postgres");

/**
 * The way to back up the database at an address.
 * @param programs the folder of PostgreSQL's programs, or null when this machine has none
 */
export function backupEngine(url: string, programs: string | null): BackupEngine {
  return engineName(url) === "sqlite" ? sqliteBackup : postgresBackup(programs);
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

/** Makes sure that a file, or a folder's list of names, is on the disk and not only on its way there. */
function settle(file: string): void {
  const handle = openSync(file, "r");
  fsyncSync(handle);
  closeSync(handle);
}

/** A name that sorts by time and is not taken: two backups may begin in one second. */
function nameFor(folder: string, ending: string, now: Date): string {
  const stem = `roundhere-${now.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  for (let n = 1; ; n += 1) {
    const name = `${stem}${n === 1 ? "" : `_${n}`}.${ending}`;
    if (!existsSync(path.join(folder, name))) return name;
  }
}

const manifestOf = (file: string) => `${file}.json`;

/** When a backup was made, by its name. */
function timeOf(name: string): number {
  const [, y, mo, d, h, mi, s] = NAME.exec(name) ?? [];
  return Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s));
}

/** Removes what is too old and what is too many; the newest always stays. */
function removeOldest(folder: string, keep: number, now: Date): string[] {
  const newestFirst = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .sort()
    .reverse();
  const oldest = now.getTime() - retention.backupDays * DAY_MS;
  const old = newestFirst.filter((name, n) => n > 0 && (n >= keep || timeOf(name) < oldest));
  for (const name of old) {
    rmSync(path.join(folder, name));
    rmSync(manifestOf(path.join(folder, name)), { force: true });
  }
  return old;
}

/**
 * Copies the database into a folder while the site goes on, with a manifest beside it, and removes the oldest of
 * more than `keep` backups and all older than retention allows, copies made before migrations and restores too. Only the owner may read them. Throws `BackupTrouble` in plain words.
 */
export async function backUp(options: {
  databaseUrl: string;
  folder: string;
  keep: number;
  programs: string | null;
  now?: Date;
}): Promise<{ file: string; manifest: Manifest; removed: string[] }> {
  const { databaseUrl, folder, keep, now = new Date() } = options;
  if (!Number.isInteger(keep) || keep < 1) throw new BackupTrouble("--keep must be 1 or more.");
  const engine = backupEngine(databaseUrl, options.programs);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = nameFor(folder, engine.ending, now);
  const file = path.join(folder, name);
  const coming = `${file}.partial`;
  try {
    await engine.copyTo(databaseUrl, coming);
    chmodSync(coming, 0o600);
    settle(coming);
  } catch (error) {
    rmSync(coming, { force: true });
    if (error instanceof BackupTrouble) throw error;
    throw new BackupTrouble(`The backup could not be made: ${(error as Error).message}.`, { cause: error });
  }
  const facts = { file: name, madeAt: now.toISOString(), engine: engineName(databaseUrl) } as const;
  const manifest = { ...facts, bytes: statSync(coming).size, sha256: await hashOf(coming) };
  writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  settle(manifestOf(file));
  renameSync(coming, file);
  settle(folder);
  const removed = [
    ...removeOldest(folder, keep, now),
    ...engine.removeOldCopies(databaseUrl, now.getTime() - retention.backupDays * DAY_MS),
  ];
  return { file, manifest, removed };
}

/** The manifest of a backup whose bytes are what it says. Throws `BackupTrouble` when they are not. */
export async function readManifest(file: string): Promise<Manifest> {
  if (!existsSync(file)) throw new BackupTrouble(`There is no backup at ${file}.`);
  if (!existsSync(manifestOf(file))) {
    throw new BackupTrouble(
      `There is no ${path.basename(manifestOf(file))} beside the backup, so it can't be trusted.`,
    );
  }
  const manifest = JSON.parse(readFileSync(manifestOf(file), "utf8")) as Manifest;
  if ((await hashOf(file)) !== manifest.sha256) {
    throw new BackupTrouble(
      "The backup is not what was written: its SHA-256 differs from the one in its manifest.",
    );
  }
  return manifest;
}

/**
 * Puts a backup back at `databaseUrl`. Refuses one whose bytes have changed or whose engine is another, a database
 * that is in use, and one that holds anything unless `force`.
 */
export async function restoreBackup(options: {
  file: string;
  databaseUrl: string;
  force: boolean;
  programs: string | null;
}): Promise<Manifest> {
  const manifest = await readManifest(options.file);
  if (manifest.engine !== engineName(options.databaseUrl)) {
    throw new BackupTrouble(
      `This is a backup of a ${manifest.engine} database; the address names another engine.`,
    );
  }
  const engine = backupEngine(options.databaseUrl, options.programs);
  await engine.restore(options.file, options.databaseUrl, options.force);
  return manifest;
}
