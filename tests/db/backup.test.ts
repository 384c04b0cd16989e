import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "~/db/client.server";
import { isPostgres } from "~/db/columns";
import { env } from "~/db/env.server";
import { facts, searchEntries } from "~/db/schema";
import { backUp, backupEngine, readManifest, restoreBackup } from "~/platform/backup.server";
import { compareRows, inspectDatabase } from "~/platform/backup-check.server";
import { CLIENT, findPostgres } from "../../scripts/lib/find-postgres.mjs";
import { freshDatabase } from "../support/fresh-database";

const programs = findPostgres(CLIENT);
const databaseUrl = env.DATABASE_URL;
let database: Database;
let folder: string;

const put = (name: string) =>
  database.transact([], (tx) => tx.insert(facts).values({ name, value: "x".repeat(500) }));
const make = (more: { keep?: number; now?: Date } = {}) =>
  backUp({ databaseUrl, folder, keep: 9, programs, ...more });
const scratch = async () => {
  const place = await backupEngine(databaseUrl, programs).scratch(databaseUrl);
  onTestFinished(place.remove);
  return place.url;
};

beforeAll(async () => {
  database = await freshDatabase();
  for (let n = 0; n < 300; n += 1) await put(`first-${n}`);
  const entry = {
    kind: "event",
    title: "Tea",
    summary: "",
    path: "/",
    heading: "tea",
    words: "tea",
    at: new Date(),
  };
  await database.transact([], (tx) => tx.insert(searchEntries).values({ ...entry, subjectId: "1" }));
});

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "round-here-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

describe("a backup", () => {
  it("is made while others write, and holds one moment of it", async () => {
    let writing = true;
    let written = 0;
    const writer = (async () => {
      while (writing) {
        await put(`during-${written}`);
        written += 1;
      }
    })();
    const before = await inspectDatabase(databaseUrl, programs);
    const { file, manifest } = await make();
    const after = await inspectDatabase(databaseUrl, programs);
    writing = false;
    await writer;
    const copy = await scratch();
    await restoreBackup({ file, databaseUrl: copy, force: false, programs });
    const restored = await inspectDatabase(copy, programs);
    expect(restored.problems).toEqual([]);
    expect(compareRows(before.rows, after.rows, restored.rows)).toEqual([]);
    expect(restored.rows.facts).toBeGreaterThanOrEqual(before.rows.facts ?? 0);
    expect(restored.rows.facts).toBeLessThanOrEqual(after.rows.facts ?? 0);
    expect(written).toBeGreaterThan(0);
    expect(manifest).toMatchObject({
      engine: isPostgres ? "postgres" : "sqlite",
      bytes: statSync(file).size,
    });
  });

  it("can be read by its owner only, and nothing else is left in the folder", async () => {
    const { file } = await make();
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(folder).sort()).toEqual([path.basename(file), `${path.basename(file)}.json`]);
  });

  it("makes room by removing the oldest, and leaves other files alone", async () => {
    writeFileSync(path.join(folder, "notes.txt"), "");
    const days = [1, 2, 3].map((day) => new Date(Date.UTC(2027, 0, day)));
    const made = [];
    for (const now of days) made.push(await make({ keep: 2, now }));
    expect(made[2]?.removed).toEqual([path.basename(made[0]?.file ?? "")]);
    expect(readdirSync(folder)).toHaveLength(5);
    const sameSecond = await make({ keep: 2, now: days[2] });
    expect(sameSecond.file).not.toBe(made[2]?.file);
    await expect(make({ keep: 0 })).rejects.toThrow("--keep");
  });

  it("goes when retention says so, however few there are, but never the newest", async () => {
    const made = await make({ now: new Date(Date.UTC(2027, 0, 1)) });
    const next = await make({ now: new Date(Date.UTC(2027, 1, 5, 0, 0, 1)) });
    expect(next.removed).toEqual([path.basename(made.file)]);
    expect((await make({ now: new Date(Date.UTC(2026, 0, 1)) })).removed).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(4);
  });

  it("that was changed since is refused", async () => {
    const { file } = await make();
    appendFileSync(file, "x");
    await expect(readManifest(file)).rejects.toThrow("not what was written");
    const copy = await scratch();
    await expect(restoreBackup({ file, databaseUrl: copy, force: true, programs })).rejects.toThrow(
      "not what was written",
    );
    rmSync(`${file}.json`);
    await expect(readManifest(file)).rejects.toThrow("can't be trusted");
    await expect(readManifest(`${file}.gone`)).rejects.toThrow("There is no backup");
  });

  it("says in a sentence why it can't be made, and leaves nothing half done", async () => {
    const gone = isPostgres ? databaseUrl.replace(/\/t_\w+$/, "/nobody_made_this") : `file:${folder}/none.db`;
    await expect(backUp({ databaseUrl: gone, folder, keep: 1, programs })).rejects.toThrow(
      isPostgres ? /does not exist/ : /There is no database/,
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("restoring", () => {
  it("refuses a database that is there unless forced, and one in use even so", async () => {
    const { file } = await make();
    await expect(restoreBackup({ file, databaseUrl, force: false, programs })).rejects.toThrow("--force");
    await expect(restoreBackup({ file, databaseUrl, force: true, programs })).rejects.toThrow(
      "still running",
    );
    const copy = await scratch();
    await restoreBackup({ file, databaseUrl: copy, force: false, programs });
    await expect(restoreBackup({ file, databaseUrl: copy, force: false, programs })).rejects.toThrow(
      "--force",
    );
    await restoreBackup({ file, databaseUrl: copy, force: true, programs });
    expect((await inspectDatabase(copy, programs)).rows.search_entries).toBe(1);
    if (!isPostgres) {
      const around = readdirSync(path.dirname(copy.slice("file:".length)));
      expect(around.filter((name) => name.includes(".replaced-"))).toHaveLength(1);
      const { removeOldCopies } = backupEngine(copy, programs);
      expect(removeOldCopies(copy, Date.now() - 60_000)).toEqual([]);
      expect(removeOldCopies(copy, Date.now() + 60_000)).toHaveLength(1);
    }
  });

  it("refuses another engine's backup", async () => {
    const { file } = await make();
    const other = isPostgres ? `file:${folder}/other.db` : "postgres://localhost/other";
    await expect(restoreBackup({ file, databaseUrl: other, force: true, programs })).rejects.toThrow(
      "another engine",
    );
    expect(existsSync(`${folder}/other.db`)).toBe(false);
  });
});

it("tells of lost rows, but not of those that come and go", () => {
  const before = { events: 10, sessions: 5 };
  expect(compareRows(before, { events: 12, sessions: 9 }, { events: 11, sessions: 0 })).toEqual([]);
  expect(compareRows(before, before, { events: 9, sessions: 5 })).toEqual(["events: 9 rows restored of 10."]);
  expect(compareRows(before, { events: 12 }, {})).toEqual(["events: 0 rows restored of 10 to 12."]);
});
