import path from "node:path";
import { demoBorough, startSite, temporaryFolder } from "./live-site.mjs";
import { addEvent } from "./one-event.mjs";
import { openPeek } from "./peek.mjs";
import { startCluster } from "./postgres-cluster.mjs";

/** What to say when there is no PostgreSQL. */
export { NO_POSTGRES } from "../../scripts/lib/find-postgres.mjs";

/**
 * The demo borough on a database of its own with events of our own in it, and nobody serving it yet; null when the
 * machine has no PostgreSQL and that was asked for.
 * @param {{ engine?: "sqlite" | "postgres", folder?: string, events?: { slug: string, capacity: number }[] }} [options]
 *   `folder`: where the SQLite file is put, when not in a folder that goes by itself
 */
export async function openBorough({ engine = "sqlite", folder, events = [] } = {}) {
  const made = engine === "sqlite" ? await onSqlite(folder) : await onPostgres();
  if (!made) return null;
  const peek = await openPeek(made.databaseUrl, { readOnly: false });
  const ids = [];
  for (const event of events) ids.push(await addEvent(peek, event));
  await peek.close();
  return { ...made, eventIds: ids };
}

async function onSqlite(wanted) {
  const { folder, remove } = wanted ? { folder: wanted, remove() {} } : temporaryFolder();
  return {
    databaseUrl: await demoBorough(folder),
    folder: path.resolve(folder),
    close: async () => remove(),
  };
}

async function onPostgres() {
  const cluster = await startCluster({ durable: true });
  if (!cluster) return null;
  const databaseUrl = await cluster.createDatabase("borough");
  const site = await startSite(databaseUrl);
  await site.stop();
  return { databaseUrl, folder: null, close: () => cluster.stop() };
}

/** So many processes of the site on one database; `stop` ends them all. */
export async function startSites(databaseUrl, processes = 1, settings = {}) {
  const sites = await Promise.all(Array.from({ length: processes }, () => startSite(databaseUrl, settings)));
  return {
    sites,
    urls: sites.map((site) => site.url),
    stop: () => Promise.all(sites.map((site) => site.stop())),
  };
}
