import { rmSync } from "node:fs";
import { progress } from "./progress.mjs";
import { closingLine, countPlaywright, countVitest, readCount, sum } from "./results.mjs";
import { run, tool } from "./run.mjs";

/**
 * Runs one step: quiet when it passes, everything it said when it fails.
 * @param {string} title
 * @param {string[]} command
 * @param {(code: number) => import("./results.mjs").Count} count
 */
async function step(title, command, count) {
  const finish = progress(title);
  const { code, output } = await run(command, {
    env: process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" },
  });
  const counted = count(code);
  finish(counted.failed === 0 ? `Passed: ${closingLine(counted)}` : `FAILED: ${closingLine(counted)}`);
  if (counted.failed > 0) console.log(`\n${output.trim()}\n`);
  return counted;
}

/** A program that only says yes or no; it counts as one. */
const yesOrNo = (title, command) =>
  step(title, command, (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }));

function reported(title, command, report, count) {
  rmSync(report, { force: true });
  return step(title, command, (code) => readCount(report, count, code));
}

/** Runs the test files of one Vitest project. */
export function runVitest(title, project) {
  const report = `test-results/${project}.json`;
  const command = tool("vitest/vitest.mjs", "run", "--project", project, "--reporter=dot");
  return reported(title, [...command, "--reporter=json", `--outputFile.json=${report}`], report, countVitest);
}

/** Runs the browser journeys; the report's place is set in playwright.config.ts. */
export const runJourneys = (title) =>
  reported(title, tool("@playwright/test/cli.js", "test"), "test-results/journeys.json", countPlaywright);

/** Runs every check of the code itself, one after the other, and returns their sum. */
export async function runChecks() {
  const counts = [];
  counts.push(await yesOrNo("Types", tool("typescript/bin/tsc", "--noEmit")));
  counts.push(await yesOrNo("Format and lint", tool("@biomejs/biome/bin/biome", "ci", ".")));
  const floors = ["--config", "tests/structure/floors.cjs", "app"];
  const cruiser = tool("dependency-cruiser/bin/dependency-cruise.mjs", ...floors);
  counts.push(await yesOrNo("Floors, rooms and circles", cruiser));
  counts.push(await yesOrNo("Dead code", tool("knip/bin/knip.js")));
  counts.push(await runVitest("Structure", "structure"));
  return sum(counts);
}
