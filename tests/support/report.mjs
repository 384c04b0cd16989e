import { availableParallelism, loadavg } from "node:os";

const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Prints what was measured and what must hold, line by line, and ends with one line for summaries.
 * @param {string} title
 */
export function newReport(title) {
  const figures = [];
  let held = 0;
  let broken = 0;
  say(`\n${title} (${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)})`);
  return {
    /** Something that was measured. `short` goes into the closing line. */
    figure(words, value, short) {
      say(`  ${words}: ${value}`);
      if (short) figures.push(short);
    },
    /** Something that must hold. */
    check(words, holds) {
      say(`  ${holds ? "holds" : "DOES NOT HOLD"}: ${words}`);
      if (holds) held += 1;
      else broken += 1;
    },
    /** Something that this machine cannot try. */
    skip: (words) => say(`  not tried: ${words}`),
    /** The closing line; the process ends with code 1 when something did not hold. */
    end() {
      say(`RESULT ${title}: ${held} hold, ${broken} do not; ${figures.join(", ")}`);
      if (broken > 0) process.exitCode = 1;
    },
  };
}
