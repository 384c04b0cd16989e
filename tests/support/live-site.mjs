import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "../../scripts/lib/server-process.mjs";
import { stamp } from "../../scripts/lib/stamp.mjs";

const SEEDED = "node_modules/.cache/round-here/seeded.db";
const SEEDED_FROM = ["app/db", "app/demo", "app/features", "app/platform", "content", "drizzle"];
const LOG = "test-results/site.log";

/** The environment of a site under test: the demo borough, nothing slowed down, one secret for all processes. */
export const SETTINGS = {
  PATH: process.env.PATH,
  NODE_ENV: "production",
  DEMO: "1",
  LIMITS: "off",
  SECRET: "Ahbah4ohJeiw6eeGh1ieNgoh7phuNgoo0ohtei2o",
  LOG_LEVEL: "warn",
};

/**
 * Starts the built site in demo mode on a spare port of loopback, and waits until it is ready.
 * @param {string} databaseUrl seeded by the site itself when it is empty
 * @param {Record<string, string>} [settings] more settings for its environment
 */
export async function startSite(databaseUrl, settings = {}) {
  const site = await startServer({ ...SETTINGS, DATABASE_URL: databaseUrl, ...settings }, LOG);
  return { ...site, databaseUrl };
}

/** The demo borough in a SQLite file, loaded once for each day and state of the sources, since loading takes its time. */
export async function seededFile() {
  const today = new Date().toISOString().slice(0, 10);
  const made = stamp(`${SEEDED}.json`, SEEDED_FROM, today);
  if (made.isCurrent && existsSync(SEEDED)) return SEEDED;
  const making = `${SEEDED}.${process.pid}`;
  for (const end of ["", "-wal", "-shm"]) rmSync(making + end, { force: true });
  mkdirSync(path.dirname(SEEDED), { recursive: true });
  const site = await startSite(`file:${making}`);
  await site.stop();
  // In one step, so that nobody who runs at the same time copies half a borough.
  renameSync(making, SEEDED);
  made.save();
  return SEEDED;
}

/** A folder of our own in the temporary one; it goes with `remove`, or with this process. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "round-here-site-"));
  const removeNow = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", removeNow);
  return {
    folder,
    remove() {
      process.off("exit", removeNow);
      removeNow();
    },
  };
}

/**
 * The demo borough in a SQLite file of our own.
 * @param {string} folder where the file is put
 * @returns {Promise<string>} its address
 */
export async function demoBorough(folder) {
  const file = path.join(folder, "demo.db");
  copyFileSync(await seededFile(), file);
  return `file:${file}`;
}
