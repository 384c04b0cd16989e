import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  closingLine,
  countPlaywright,
  countVitest,
  NOTHING,
  ONE_FAILED,
  ONE_SKIPPED,
  readCount,
  sum,
} from "../../scripts/lib/results.mjs";

const vitest = (passed: number, failed: number, files: { status: string; tests: string[] }[] = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 1,
  numTodoTests: 2,
  testResults: files.map((file) => ({
    status: file.status,
    assertionResults: file.tests.map((status) => ({ status })),
  })),
});

function report(content: unknown) {
  const folder = mkdtempSync(path.join(tmpdir(), "round-here-results-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe("counting results", () => {
  it("reads Vitest's report", () => {
    expect(countVitest(vitest(5, 1, [{ status: "failed", tests: ["passed", "failed"] }]))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 3,
    });
  });

  it("counts a file that could not be read as a failure", () => {
    expect(countVitest(vitest(5, 0, [{ status: "failed", tests: [] }])).failed).toBe(1);
  });

  it("reads Playwright's report, where what passed only at the second try has failed", () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2 });
  });

  it("takes a crash for a failure, whatever was reported before it", () => {
    expect(readCount("/nowhere/report.json", countVitest, 1)).toEqual(ONE_FAILED);
    expect(readCount("/nowhere/report.json", countVitest, 0)).toEqual(ONE_FAILED);
    expect(readCount(report(vitest(5, 0)), countVitest, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
    expect(readCount(report(vitest(5, 0)), countVitest, 0).failed).toBe(0);
    expect(readCount(report(vitest(5, 2)), countVitest, 1).failed).toBe(2);
  });

  it("adds up to one line", () => {
    const total = sum([{ passed: 7, failed: 0, skipped: 0 }, ONE_FAILED, ONE_SKIPPED, NOTHING]);
    expect(closingLine(total)).toBe("7 passed, 1 failed, 1 skipped");
    expect(NOTHING).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
