import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { stamp } from "../../scripts/lib/stamp.mjs";

let folder: string;
const at = (...parts: string[]) => path.join(folder, ...parts);
const look = (salt?: string) => stamp(at("made", ".stamp"), [at("src"), at("lock"), at("missing")], salt);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "round-here-stamp-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(at("src", "deep"), { recursive: true });
  writeFileSync(at("src", "deep", "a.ts"), "one");
  writeFileSync(at("lock"), "1");
});

describe("a stamp", () => {
  it("is not current before anything was made, and is after", () => {
    const first = look();
    expect(first.isCurrent).toBe(false);
    first.save();
    expect(look().isCurrent).toBe(true);
  });

  it("stays current when the same bytes are written again at another time, as a checkout does", () => {
    look().save();
    writeFileSync(at("src", "deep", "a.ts"), "one");
    utimesSync(at("src", "deep", "a.ts"), new Date(1_000_000), new Date(1_000_000));
    expect(look().isCurrent).toBe(true);
    expect(look().isCurrent).toBe(true);
  });

  it.each([
    ["a file changes to as many other bytes", () => writeFileSync(at("src", "deep", "a.ts"), "two")],
    ["a file is added", () => writeFileSync(at("src", "b.ts"), "")],
    ["a file is removed", () => rmSync(at("src", "deep", "a.ts"))],
    ["a file is renamed", () => renameSync(at("src", "deep", "a.ts"), at("src", "deep", "b.ts"))],
    ["a path that was missing appears", () => writeFileSync(at("missing"), "")],
    ["what was made is gone", () => rmSync(at("made"), { recursive: true })],
  ])("is not current once %s", (_, change) => {
    look().save();
    change();
    expect(look().isCurrent).toBe(false);
  });

  it("depends on the salt", () => {
    look("node 20").save();
    expect(look("node 22").isCurrent).toBe(false);
  });

  it("remembers what was there before the making began, not what changed meanwhile", () => {
    const before = look();
    writeFileSync(at("src", "deep", "a.ts"), "changed while building");
    before.save();
    expect(look().isCurrent).toBe(false);
  });
});
