// npm run soak: the long runs, one after the other, with their closing lines at the end.
import { spawnSync } from "node:child_process";

const RUNS = [
  ["tests/bench/race.mjs"],
  ["tests/bench/race.mjs", "--postgres"],
  ["tests/soak/kill.mjs"],
  ["tests/soak/stop.mjs"],
  ["tests/soak/mail.mjs"],
];

const lines = [];
for (const run of RUNS) {
  const { status, stdout } = spawnSync(process.execPath, run, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  console.log(stdout);
  if (status !== 0) process.exitCode = 1;
  lines.push(`${status === 0 ? "ok    " : "FAILED"} ${run.join(" ")}`);
}
console.log(`\n${lines.join("\n")}`);
