import type { ServerBuild } from "@remix-run/node";
import { openDatabase } from "~/db/client.server";
import { env } from "~/db/env.server";
import { loadDemo } from "~/demo/load-demo.server";
import { findBorough } from "~/features/places/read.server";
import { openFrontDoor } from "~/http/front-door.server";
import { mountRemix } from "~/http/mount-remix.server";
import { startJobs } from "~/jobs.server";
import { prepareContent } from "~/platform/content.server";
import { cookieName } from "~/platform/cookies.server";
import { ctxFor, openHouse } from "~/platform/house.server";
import { indexContent } from "~/platform/index-content.server";
import { LOCALE_CODES } from "~/platform/locales";
import { log } from "~/platform/log.server";
import { SESSION_COOKIE } from "~/platform/session.server";

/** A started site, and how to stop it. */
export type Site = { address: string; stop(): Promise<void> };

/**
 * Opens the database, brings it up to date, loads Larkmere in demo mode, and opens the port only when
 * pages work. Throws one plain sentence when it can't.
 */
export async function start(build: ServerBuild): Promise<Site> {
  const store = await openDatabase(env.DATABASE_URL, env.DATABASE_REPLICA_URLS);
  await store.migrate();
  openHouse(store);
  if (env.DEMO) await loadDemo(store, { now: new Date(), origin: env.ORIGIN, secret: env.SECRET });
  const borough = await findBorough(ctxFor({ kind: "anyone" }));
  if (!borough)
    throw new Error("This database has no borough yet. Run npm run setup first (docs/operating.md).");
  await prepareContent(borough);
  await indexContent(ctxFor({ kind: "system", name: "start" }), borough);
  const jobs = startJobs(store);
  const door = await openFrontDoor({
    host: env.HOST,
    port: env.PORT,
    origin: env.ORIGIN,
    originIsExplicit: env.originIsExplicit,
    secret: env.SECRET,
    sessionCookie: cookieName(env.ORIGIN, SESSION_COOKIE),
    trustProxy: env.TRUST_PROXY,
    locales: LOCALE_CODES,
    clientDir: "build/client",
    database: store,
    handle: mountRemix(build, "production"),
    log,
    phone: borough.contacts.phone,
  });
  return {
    address: `http://${env.HOST === "127.0.0.1" ? "localhost" : env.HOST}:${door.address.port}`,
    async stop() {
      await door.close();
      await jobs.stop();
      await store.close();
    },
  };
}
