import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { stamp } from "../../scripts/lib/stamp.mjs";
import { sparePort } from "./spare-port.mjs";

const SEEDED = "node_modules/.cache/round-here/seeded.db";
const SEEDED_FROM = ["app/db", "app/demo", "app/features", "app/platform", "content", "drizzle"];
const LOG = "test-results/site.log";
const SECRET = "Ahbah4ohJeiw6eeGh1ieNgoh7phuNgoo0ohtei2o";

/** A running site of our own; `stop` asks it to end, as a supervisor would. */
export type Site = { url: string; pid: number; databaseUrl: string; stop(): Promise<void> };

const hasEnded = (server: ChildProcess) => server.exitCode !== null || server.signalCode !== null;

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(50)) {
    if (hasEnded(server)) break;
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
  }
  server.kill("SIGKILL");
  throw new Error(`The site did not start:\n${readFileSync(LOG, "utf8").slice(-3000)}`);
}

async function end(server: ChildProcess): Promise<void> {
  server.kill("SIGTERM");
  for (let i = 0; i < 300 && !hasEnded(server); i++) await wait(50);
  if (!hasEnded(server)) server.kill("SIGKILL");
}

/**
 * Starts the built site in demo mode on a spare port of loopback, and waits until it is ready.
 * @param databaseUrl seeded by the site itself when it is empty
 * @param settings more settings for its environment
 */
export async function startSite(databaseUrl: string, settings: Record<string, string> = {}): Promise<Site> {
  const port = await sparePort();
  mkdirSync(path.dirname(LOG), { recursive: true });
  const log = openSync(LOG, "a");
  const server = spawn(process.execPath, ["server.mjs"], {
    stdio: ["ignore", log, log],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DEMO: "1",
      LIMITS: "off",
      HOST: "127.0.0.1",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      SECRET,
      LOG_LEVEL: "warn",
      ...settings,
    },
  });
  const killed = () => server.kill("SIGKILL");
  process.once("exit", killed);
  const url = `http://localhost:${port}`;
  await untilReady(url, server);
  return {
    url,
    pid: server.pid ?? 0,
    databaseUrl,
    async stop() {
      await end(server);
      process.off("exit", killed);
    },
  };
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
