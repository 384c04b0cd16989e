import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { findPostgres } from "../../scripts/lib/find-postgres.mjs";
import { sparePort } from "../../scripts/lib/spare-port.mjs";

const PREFIX = "round-here-postgres-";
const NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** True when the process is there, whoever owns it. */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** PostgreSQL refuses to run as root: root lends it another user. Nothing is needed for anyone else. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {}
  }
  throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.");
}

/** The pid of the server whose data is in this folder, or null when there is none (any more). */
function serverPid(folder) {
  const file = path.join(folder, "data", "postmaster.pid");
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) ? pid : null;
}

/** Ends the server at once, waiting for it, and removes its folder. Synchronous: it also runs while Node exits. */
function removeNow(folder) {
  const pid = serverPid(folder);
  if (pid) {
    process.kill(pid, "SIGQUIT");
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (let i = 0; i < 100 && serverPid(folder); i++) Atomics.wait(pause, 0, 0, 20);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

/** Removes what a killed run left behind: clusters whose owner no longer lives. */
export function removeLeftovers() {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const folder = path.join(tmpdir(), name);
    const owner = Number(name.slice(PREFIX.length).split("-")[0]);
    if (Number.isInteger(owner) && !isAlive(owner)) removeNow(folder);
  }
}

/** Runs the clean-up when the process ends, also by a signal that nobody else handles. Returns a function that calls it off. */
function onEnd(cleanUp) {
  const handlers = ["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => {
    const handler = () => {
      cleanUp();
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.once(signal, handler);
    return [signal, handler];
  });
  process.once("exit", cleanUp);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
    process.off("exit", cleanUp);
  };
}

/** A line of SQL on a connection of its own. */
async function run(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A name that is safe inside SQL, or a thrown error. */
function safe(name) {
  if (!NAME.test(name)) throw new Error(`"${name}" cannot name a database: use a-z, 0-9 and _.`);
  return `"${name}"`;
}

/**
 * The address of another database of the same server.
 * @param {string} url of any database of the server
 * @param {string} name
 */
export function databaseUrl(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

/**
 * Creates a database, empty or as a copy of a template nobody is connected to, and returns its address.
 * @param {string} url of any database of the server that is neither of the two
 * @param {string} name a-z, 0-9 and _
 * @param {{ template?: string }} [options]
 */
export async function createDatabase(url, name, { template } = {}) {
  await run(url, `CREATE DATABASE ${safe(name)}${template ? ` TEMPLATE ${safe(template)}` : ""}`);
  return databaseUrl(url, name);
}

/**
 * Removes a database, throwing out whoever is still connected.
 * @param {string} url of another database of the server
 * @param {string} name
 */
export async function dropDatabase(url, name) {
  await run(url, `DROP DATABASE IF EXISTS ${safe(name)} WITH (FORCE)`);
}

function initialise(bin, folder, password, user) {
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid) chownSync(passwordFile, user.uid, user.gid);
  const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8";
  execFileSync(
    path.join(bin, "initdb"),
    [
      "-D",
      path.join(folder, "data"),
      "-U",
      "roundhere",
      "-A",
      "scram-sha-256",
      "--pwfile",
      passwordFile,
    ].concat(["-E", "UTF8", `--locale=${locale}`, "--no-sync"]),
    { ...user, cwd: folder, stdio: "pipe", env: { PATH: process.env.PATH, LC_ALL: locale } },
  );
  rmSync(passwordFile);
}

function launch(bin, folder, port, durable, user) {
  const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: folder };
  Object.assign(settings, { max_connections: 200, shared_buffers: "64MB", timezone: "UTC" });
  if (!durable) Object.assign(settings, { fsync: "off", synchronous_commit: "off", full_page_writes: "off" });
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(path.join(folder, "server.log"), "a");
  return spawn(path.join(bin, "postgres"), ["-D", path.join(folder, "data"), ...flags], {
    ...user,
    cwd: folder,
    stdio: ["ignore", log, log],
    env: { PATH: process.env.PATH },
  });
}

/** Waits until the server answers; returns false when it ended instead (its port was taken, for example). */
async function answers(url, server) {
  for (const until = Date.now() + 30_000; Date.now() < until; await wait(50)) {
    if (server.exitCode !== null || server.signalCode !== null) return false;
    const open = await run(url, "SELECT 1").catch(() => null);
    if (open) return true;
  }
  return false;
}

/**
 * Starts a PostgreSQL server of our own in the temporary folder: loopback only, a spare port, a password made
 * for it. It ends and its folder goes with `stop()`, with this process, or at the next start.
 * @param {{ durable?: boolean }} [options] durable: really write to disk, for benches and kill tests
 * @returns the cluster, or null when this machine has no PostgreSQL (see scripts/lib/find-postgres.mjs)
 */
export async function startCluster({ durable = false } = {}) {
  const bin = findPostgres();
  if (!bin) return null;
  removeLeftovers();
  const user = unprivilegedUser();
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-`));
  const cleanUp = () => removeNow(folder);
  const callOff = onEnd(cleanUp);
  try {
    if (user.uid) chownSync(folder, user.uid, user.gid);
    const password = randomBytes(16).toString("hex");
    initialise(bin, folder, password, user);
    for (let attempt = 0; attempt < 3; attempt++) {
      const port = await sparePort();
      const server = launch(bin, folder, port, durable, user);
      const adminUrl = `postgres://roundhere:${password}@127.0.0.1:${port}/postgres`;
      if (await answers(adminUrl, server)) return cluster({ adminUrl, bin, folder, server, callOff });
    }
    throw new Error(
      `PostgreSQL did not start:\n${readFileSync(path.join(folder, "server.log"), "utf8").slice(-2000)}`,
    );
  } catch (error) {
    callOff();
    cleanUp();
    throw error;
  }
}

function cluster({ adminUrl, bin, folder, server, callOff }) {
  return {
    /** Address of the server's own database `postgres`, for creating others. */
    adminUrl,
    /** Folder of the programs that it runs, for pg_dump and psql. */
    bin,
    pid: server.pid,
    url: (/** @type {string} */ name) => databaseUrl(adminUrl, name),
    createDatabase: (/** @type {string} */ name, /** @type {{ template?: string }} */ options = {}) =>
      createDatabase(adminUrl, name, options),
    dropDatabase: (/** @type {string} */ name) => dropDatabase(adminUrl, name),
    /** Ends the server, giving it five seconds to finish, and removes its folder. */
    async stop() {
      callOff();
      server.kill("SIGINT");
      for (let i = 0; i < 250 && server.exitCode === null && server.signalCode === null; i++) await wait(20);
      removeNow(folder);
    },
  };
}
