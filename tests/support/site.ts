import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "../../scripts/lib/server-process.mjs";
import { stamp } from "../../scripts/lib/stamp.mjs";

const SEEDED = "node_modules/.cache/round-here/seeded.db";
const SEEDED_FROM = ["app/db", "app/demo", "app/features", "app/platform", "content", "drizzle"];
const LOG = "test-results/site.log";
const SECRET = "Ahbah4ohJeiw6eeGh1ieNgoh7phuNgoo0ohtei2o";

/** A running site of our own; `stop` asks it to end, as a supervisor would. */
export type Site = { url: string; pid: number; databaseUrl: string; stop(): Promise<void> };

/**
 * Starts the built site in demo mode on a spare port of loopback, and waits until it is ready.
 * @param databaseUrl seeded by the site itself when it is empty
 * @param settings more settings for its environment
 */
export async function startSite(databaseUrl: string, settings: Record<string, string> = {}): Promise<Site> {
  const ours = { NODE_ENV: "production", DEMO: "1", LIMITS: "off", SECRET, LOG_LEVEL: "warn" };
  const environment = { PATH: process.env.PATH, ...ours, DATABASE_URL: databaseUrl, ...settings };
  return { ...(await startServer(environment, LOG)), databaseUrl };
}

/** The demo borough in a SQLite file, loaded once for each day and state of the sources, since loading takes its time. */
async function seededFile(): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const made = stamp(`${SEEDED}.json`, SEEDED_FROM, today);
  if (made.isCurrent && existsSync(SEEDED)) return SEEDED;
  for (const end of ["", "-wal", "-shm"]) rmSync(SEEDED + end, { force: true });
  mkdirSync(path.dirname(SEEDED), { recursive: true });
  const site = await startSite(`file:${SEEDED}`);
  await site.stop();
  made.save();
  return SEEDED;
}

/** Starts the built site on a copy of the demo borough; the copy goes when it stops. */
export async function startDemoSite(settings: Record<string, string> = {}): Promise<Site> {
  const folder = mkdtempSync(path.join(tmpdir(), "round-here-site-"));
  const database = path.join(folder, "demo.db");
  copyFileSync(await seededFile(), database);
  const site = await startSite(`file:${database}`, settings);
  return {
    ...site,
    async stop() {
      await site.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Once for all journeys: a site at SITE_URL. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  rmSync(LOG, { force: true });
  const site = await startDemoSite();
  process.env.SITE_URL = site.url;
  return site.stop;
}
