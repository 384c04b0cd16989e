import { rmSync } from "node:fs";
import { demoBorough, startSite, temporaryFolder } from "./live-site.mjs";

const LOG = "test-results/site.log";

/** A running site of our own; `stop` asks it to end, as a supervisor would. */
export type Site = { url: string; pid: number; databaseUrl: string; stop(): Promise<unknown> };

/** Starts the built site on a copy of the demo borough; the copy goes when it stops. */
export async function startDemoSite(settings: Record<string, string> = {}): Promise<Site> {
  const { folder, remove } = temporaryFolder();
  const site = await startSite(await demoBorough(folder), settings);
  return {
    ...site,
    async stop() {
      await site.stop();
      remove();
    },
  };
}

/** Once for all journeys: a site at SITE_URL. */
export default async function globalSetup(): Promise<() => Promise<unknown>> {
  rmSync(LOG, { force: true });
  const site = await startDemoSite();
  process.env.SITE_URL = site.url;
  return site.stop;
}
