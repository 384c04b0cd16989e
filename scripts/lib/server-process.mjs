import { spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Refusal } from "./plainly.mjs";
import { sparePort } from "./spare-port.mjs";

const STARTS_WITHIN_MS = 60_000;
const STOPS_WITHIN_MS = 15_000;

const hasEnded = (server) => server.exitCode !== null || server.signalCode !== null;

async function isReady(url, server) {
  for (const until = Date.now() + STARTS_WITHIN_MS; Date.now() < until; await wait(50)) {
    if (hasEnded(server)) return false;
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return true;
  }
  return false;
}

/** @typedef {{ code: number | null, signal: string | null }} Ended how the process ended */

/**
 * Starts the built site in a process of its own, on a spare port of loopback, and waits until it is ready.
 * @param {Record<string, string | undefined>} settings its environment, whole
 * @param {string} log file for what it says
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<Ended>, kill: () => Promise<Ended> }>} `stop`
 *   asks it to end, as a supervisor would, and waits; `kill` does not ask
 */
export async function startServer(settings, log) {
  const port = await sparePort();
  mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  const output = openSync(log, "a");
  const server = spawn(process.execPath, ["server.mjs"], {
    stdio: ["ignore", output, output],
    env: { ...settings, HOST: "127.0.0.1", PORT: String(port) },
  });
  const ended = new Promise((resolve) => server.once("exit", (code, signal) => resolve({ code, signal })));
  const kill = () => server.kill("SIGKILL");
  process.once("exit", kill);
  function end() {
    kill();
    process.off("exit", kill);
    return ended;
  }
  const url = `http://localhost:${port}`;
  if (!(await isReady(url, server))) {
    kill();
    throw new Refusal(`The site did not start:\n${readFileSync(log, "utf8").slice(-3000)}`);
  }
  return {
    url,
    pid: server.pid ?? 0,
    async stop() {
      server.kill("SIGTERM");
      await Promise.race([ended, wait(STOPS_WITHIN_MS, undefined, { ref: false })]);
      return end();
    },
    kill: end,
  };
}
