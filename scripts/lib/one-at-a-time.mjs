import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./plainly.mjs";

/** A lock older than this was left by a process that is gone, whoever has its number now. */
const STALE_MS = 15 * 60 * 1000;

function isHeld(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat || Date.now() - stat.mtimeMs > STALE_MS) return false;
  const pid = Number(readFileSync(file, "utf8"));
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * Does work that two processes must not do in one folder at the same time.
 * @template T
 * @param {string} file the lock
 * @param {() => Promise<T>} work
 */
export async function oneAtATime(file, work) {
  if (isHeld(file)) {
    throw new Refusal(
      `Process ${readFileSync(file, "utf8")} is already installing or building in this folder; try again when it is done.`,
    );
  }
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
  } catch {
    throw new Refusal(
      "Another process has just begun to install or build in this folder; try again when it is done.",
    );
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
