import { existsSync } from "node:fs";
import path from "node:path";
import { CLIENT, findPostgres } from "./find-postgres.mjs";
import { Refusal } from "./plainly.mjs";
import { root } from "./root.mjs";

/**
 * What the built server can do besides serving (app/commands.server.ts), and what the commands need to know.
 * Where nothing is set for production, the demo's settings are used, as `npm start` does.
 */
export async function loadCommands() {
  process.chdir(root);
  if (!existsSync("build/server/index.js")) {
    throw new Refusal("The site is not built yet. Run npm start once, or npm run build.");
  }
  process.env.NODE_ENV ??= "production";
  if (!process.env.ORIGIN && !process.env.SECRET) process.env.DEMO = "1";
  const { entry } = await import(path.join(root, "build/server/index.js"));
  return { ...entry.module.commands, programs: findPostgres(CLIENT) };
}

/** A database's address as it may be shown: without the password. */
export function shown(url) {
  return url.replace(/^(\w+:\/\/[^/:@]+):[^/@]*@/, "$1:…@");
}

/** How long it took since `began` (performance.now()), in seconds to one decimal. */
export const secondsSince = (began) => `${((performance.now() - began) / 1000).toFixed(1)} s`;

/** A size as a person reads it. */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
