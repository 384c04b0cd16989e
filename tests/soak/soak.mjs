// npm run soak: the long runs, one after the other, with their closing lines at the end.
//   node tests/soak/soak.mjs [--quick]     --quick: smaller numbers
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { plainly } from "../../scripts/lib/plainly.mjs";
import { prepare } from "../../scripts/lib/prepare.mjs";

const { values: asked } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const race = asked.quick ? ["--people", "100", "--places", "10"] : [];
const storm = asked.quick ? ["--each", "40"] : [];

const RUNS = [
  ...(asked.quick ? [] : [["tests/soak/journeys.mjs"]]),
  ["tests/bench/race.mjs", ...race],
  ["tests/bench/race.mjs", "--postgres", ...race],
  ["tests/bench/storm.mjs", ...storm],
  ["tests/bench/storm.mjs", "--postgres", ...storm],
  ["tests/soak/kill.mjs", "--times", asked.quick ? "3" : "20"],
  ["tests/soak/stop.mjs", "--times", asked.quick ? "2" : "5"],
  ["tests/soak/disk-full.mjs"],
  ["tests/soak/fsync.mjs", "--people", asked.quick ? "30" : "200"],
  ["tests/soak/mail.mjs", ...(asked.quick ? ["--messages", "100", "--kills", "3"] : [])],
];

/** Runs one script, showing what it says; returns how it ended and its closing line. */
function run(command) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (part) => {
      said += part;
      process.stdout.write(part);
    });
    child.once("close", (code) => {
      const seconds = Math.round((performance.now() - began) / 1000);
      const result = /^RESULT (.*)$/m.exec(said)?.[1];
      const skipped = /^ {2}not tried: (.*)$/m.exec(said)?.[1];
      resolve({
        code,
        seconds,
        line: result ?? skipped ?? command.join(" "),
        wasTried: result !== undefined,
      });
    });
  });
}

const outcome = ({ code, wasTried }) => (code !== 0 ? "FAILED" : wasTried ? "holds" : "not tried");

await plainly(async () => {
  await prepare();
  const runs = [];
  for (const command of RUNS) runs.push(await run(command));
  console.log("\n| | Seconds | Run |\n| --- | --: | --- |");
  for (const one of runs) console.log(`| ${outcome(one)} | ${one.seconds} | ${one.line} |`);
  if (runs.some(({ code }) => code !== 0)) process.exitCode = 1;
});
