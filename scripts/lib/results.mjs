import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 };
/** @type {Count} */
export const ONE_FAILED = { ...NOTHING, failed: 1 };
/** @type {Count} */
export const ONE_SKIPPED = { ...NOTHING, skipped: 1 };

/**
 * @param {Count[]} counts
 * @returns {Count}
 */
export function sum(counts) {
  const total = { ...NOTHING };
  for (const key of Object.keys(total)) for (const count of counts) total[key] += count[key];
  return total;
}

/** What Vitest's json report counts; a file that could not even be read counts as one failure. */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What Playwright's json report counts; an error outside any test counts as one failure. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * The count in a report file. A program that failed without a report, or with one in which nothing failed, counts
 * as one failure, so that a crash never looks like success.
 * @param {string} file
 * @param {(report: any) => Count} count
 * @param {number} code the program's exit code
 * @returns {Count}
 */
export function readCount(file, count, code) {
  const counted = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : NOTHING;
  const unexplained = counted.failed === 0 && (code !== 0 || !existsSync(file));
  return unexplained ? sum([counted, ONE_FAILED]) : counted;
}

/** @param {Count} count */
export const closingLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
