import { randomBytes } from "node:crypto";
import { copyFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, inject } from "vitest";
import type { Databases } from "./databases";
import { createDatabase, databaseUrl, dropDatabase } from "./postgres-cluster.mjs";

const databases: Databases = inject("databases");
const name = `t_${randomBytes(8).toString("hex")}`;
const cleanUps: (() => Promise<void> | void)[] = [];

/** Address of this test file's own database. It is set before anything of the app loads; nothing is there until `makeDatabase`. */
process.env.DATABASE_URL =
  databases.engine === "sqlite"
    ? `file:${path.join(databases.folder, `${name}.db`)}`
    : databaseUrl(databases.adminUrl, name);

let made = 0;

/** Makes a migrated database that goes when the file's tests are done; the first one is at DATABASE_URL. Returns its address. */
export async function makeDatabase(): Promise<string> {
  const own = made++ === 0 ? name : `${name}_${made}`;
  if (databases.engine === "postgres") {
    cleanUps.push(() => dropDatabase(databases.adminUrl, own));
    return createDatabase(databases.adminUrl, own, { template: databases.template });
  }
  const file = path.join(databases.folder, `${own}.db`);
  cleanUps.push(() => {
    for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
  });
  copyFileSync(databases.template, file);
  return `file:${file}`;
}

/** Registers what is to be undone when this file's tests are over; the last registered goes first. */
export function afterThisFile(cleanUp: () => Promise<void> | void): void {
  cleanUps.push(cleanUp);
}

afterAll(async () => {
  for (const cleanUp of cleanUps.reverse()) await cleanUp();
});
