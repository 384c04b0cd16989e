import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Refusal } from "./plainly.mjs";

const LAST_LINES = 25;
const REMIND_EVERY_MS = 30_000;

/** Shows that something is going on: a running count on a terminal, a line now and then elsewhere. Returns how to end it. */
function showProgress(sentence) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const { stdout } = process;
  console.log(sentence);
  const show = () => stdout.write(stdout.isTTY ? `\r  ${seconds()} s` : `  … ${seconds()} s\n`);
  const timer = setInterval(show, stdout.isTTY ? 1000 : REMIND_EVERY_MS);
  return (word) => {
    clearInterval(timer);
    console.log(`${stdout.isTTY ? "\r" : ""}  ${word} after ${seconds()} s.`);
  };
}

/**
 * Runs a program without its chatter, which goes to a log file.
 * @param {string} sentence what is going on, for the person waiting
 * @param {string[]} command the program and its arguments
 * @param {{ log: string, ifItFails: string, env?: Record<string, string> }} options `ifItFails`: the sentence
 *   that follows the end of the log when the program fails
 */
export async function quietly(sentence, [program, ...args], { log, ifItFails, env = {} }) {
  mkdirSync(path.dirname(log), { recursive: true });
  const output = createWriteStream(log);
  const finish = showProgress(sentence);
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const code = await new Promise((resolve) => {
    child.once("error", (error) => {
      output.write(`${error.message}\n`);
      resolve(1);
    });
    child.once("close", resolve);
  });
  await new Promise((resolve) => output.end(resolve));
  if (code === 0) return finish("Done");
  finish("Failed");
  const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-LAST_LINES);
  throw new Refusal(`\n${lines.join("\n")}\n\n${ifItFails} The whole log is in ${log}.`);
}
