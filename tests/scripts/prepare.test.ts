import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { oneAtATime } from "../../scripts/lib/one-at-a-time.mjs";
import { checkNode } from "../../scripts/lib/prepare.mjs";
import { quietly } from "../../scripts/lib/quietly.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "round-here-prepare-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

describe("the Node check", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("accepts %s", (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });
  it.each(["18.20.0", "20.18.3", "9.0.0"])("refuses %s in a sentence", (version) => {
    expect(() => checkNode(version)).toThrow(
      `Round Here needs Node 20.19 or newer, and this is Node ${version}`,
    );
  });
});

describe("one at a time", () => {
  const lock = () => path.join(folder, "deep", "a.lock");
  const hold = async () => "done";

  it("refuses while a living process works, and lets go when the work is done or fails", async () => {
    await oneAtATime(lock(), async () => {
      await expect(oneAtATime(lock(), hold)).rejects.toThrow(`Process ${process.pid} is already`);
    });
    await expect(oneAtATime(lock(), () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await oneAtATime(lock(), hold)).toBe("done");
    expect(existsSync(lock())).toBe(false);
  });

  it("takes over from a process that is gone, and from one that had the number long ago", async () => {
    await oneAtATime(lock(), hold);
    writeFileSync(lock(), "99999999");
    expect(await oneAtATime(lock(), hold)).toBe("done");
    writeFileSync(lock(), String(process.pid));
    utimesSync(lock(), new Date(0), new Date(0));
    expect(await oneAtATime(lock(), hold)).toBe("done");
  });
});

describe("running quietly", () => {
  const node = (code: string) => [process.execPath, "-e", code];
  const options = () => ({ log: path.join(folder, "it.log"), ifItFails: "It could not be done." });

  it("keeps what a program says in the log", async () => {
    await quietly("Doing it…", node("console.log('out'); console.error('err')"), options());
    expect(readFileSync(options().log, "utf8").split("\n").sort().join(" ").trim()).toBe("err out");
  });

  it("shows what went wrong and says so in a sentence", async () => {
    const program = node("console.log('noise'); console.error('Error: no disk'); process.exit(3)");
    const failing = quietly("Doing it…", program, options());
    await expect(failing).rejects.toThrow(/^\nError: no disk\n\nIt could not be done\. The whole log is in /);
  });

  it("says so when there is no such program", async () => {
    await expect(quietly("Doing it…", ["no-such-program"], options())).rejects.toThrow(/ENOENT/);
  });
});
