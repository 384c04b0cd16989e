import { Refusal } from "./plainly.mjs";
import { progress } from "./progress.mjs";
import { run } from "./run.mjs";

const LINES_SHOWN = 25;

/** The lines from the first that speaks of an error, or the last ones. */
function whatWentWrong(output) {
  const lines = output.trimEnd().split("\n");
  const first = lines.findIndex((line) => /\berror\b|failed|could not/i.test(line));
  const shown = first === -1 ? lines.slice(-LINES_SHOWN) : lines.slice(first, first + LINES_SHOWN);
  return shown.join("\n");
}

/**
 * Runs a program whose chatter nobody needs unless it fails; it goes to a log file.
 * @param {string} sentence what is going on, for the person waiting
 * @param {string[]} command the program and its arguments
 * @param {{ log: string, ifItFails: string, env?: Record<string, string> }} options `ifItFails`: the sentence
 *   that follows what went wrong
 */
export async function quietly(sentence, command, { log, ifItFails, env }) {
  const finish = progress(sentence);
  const { code, output } = await run(command, { env, log });
  finish(code === 0 ? "Done" : "Failed");
  if (code !== 0) throw new Refusal(`\n${whatWentWrong(output)}\n\n${ifItFails} The whole log is in ${log}.`);
}
