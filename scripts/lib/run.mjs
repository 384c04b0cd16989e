import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import path from "node:path";

/** Adds what a program says to the log as it comes, so that a killed run leaves one, and keeps it for the caller. */
function listenTo(child, log) {
  if (log) mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  const file = log ? createWriteStream(log) : null;
  const said = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said.push(chunk);
      file?.write(chunk);
    });
  }
  return () =>
    new Promise((resolve) => {
      const output = Buffer.concat(said).toString();
      if (file) file.end(() => resolve(output));
      else resolve(output);
    });
}

/**
 * Runs a program to its end without showing what it says. It ends with this process.
 * @param {string[]} command the program and its arguments
 * @param {{ env?: Record<string, string | undefined>, log?: string }} [options] `log`: a file for what it says
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run([program, ...args], { env = {}, log } = {}) {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && program === "npm",
  });
  const finish = listenTo(child, log);
  const end = () => {
    child.kill("SIGTERM");
    process.exit(143);
  };
  process.once("SIGTERM", end);
  const code = await new Promise((resolve) => {
    child.once("error", (error) => child.stderr.emit("data", Buffer.from(`${error.message}\n`)));
    child.once("close", (status) => resolve(status ?? 1));
  });
  process.off("SIGTERM", end);
  return { code, output: await finish() };
}

/** A program that an installed package brings, by its path in node_modules. */
export const tool = (/** @type {string} */ file, /** @type {string[]} */ ...args) => [
  process.execPath,
  `node_modules/${file}`,
  ...args,
];
