import { spawn, spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { findPostgres } from "../../scripts/lib/find-postgres.mjs";
import { removeLeftovers, startCluster } from "../support/postgres-cluster.mjs";

async function ask(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

const foldersOf = (pid: number | undefined) =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`round-here-postgres-${pid}-`));

/** What has ended but was not yet collected by its parent does not run. */
function isRunning(pid: number) {
  const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() !== "" && !stdout.startsWith("Z");
}

/** A process of its own that starts a cluster, says the server's pid and waits. */
async function ownerProcess() {
  const code =
    'const { startCluster } = await import("./tests/support/postgres-cluster.mjs");' +
    "console.log((await startCluster()).pid); setInterval(() => {}, 1000);";
  const owner = spawn(process.execPath, ["--input-type=module", "-e", code]);
  const serverPid = Number(await new Promise((resolve) => owner.stdout.once("data", resolve)));
  const ended = new Promise((resolve) => owner.once("exit", resolve));
  return { owner, serverPid, ended };
}

describe.skipIf(!findPostgres())("a PostgreSQL server of our own", () => {
  it("starts, makes databases and copies of them, and leaves nothing behind", async () => {
    const cluster = await startCluster();
    if (!cluster) throw new Error("no cluster");
    const first = await cluster.createDatabase("first");
    await ask(first, "create table t as select 7 as n");
    const copies = await Promise.all(
      ["a", "b"].map((name) => cluster.createDatabase(name, { template: "first" })),
    );
    for (const copy of copies) expect(await ask(copy, "select n from t")).toEqual([{ n: 7 }]);
    await cluster.dropDatabase("a");
    await expect(ask(cluster.url("a"), "select 1")).rejects.toThrow("does not exist");
    await expect(cluster.createDatabase('x"; drop')).rejects.toThrow("cannot name a database");
    const withoutPassword = new URL(first);
    withoutPassword.password = "wrong";
    await expect(ask(withoutPassword.href, "select 1")).rejects.toThrow("password authentication failed");
    await cluster.stop();
    expect(isRunning(cluster.pid ?? 0)).toBe(false);
    expect(foldersOf(process.pid)).toEqual([]);
  });

  it("ends with its owner, when the owner is told to stop", async () => {
    const { owner, serverPid, ended } = await ownerProcess();
    owner.kill("SIGTERM");
    await ended;
    expect(isRunning(serverPid)).toBe(false);
    expect(foldersOf(owner.pid)).toEqual([]);
  });

  it("is removed by the next one when its owner was killed", async () => {
    const { owner, serverPid, ended } = await ownerProcess();
    owner.kill("SIGKILL");
    await ended;
    expect(isRunning(serverPid)).toBe(true);
    removeLeftovers();
    expect(isRunning(serverPid)).toBe(false);
    expect(foldersOf(owner.pid)).toEqual([]);
  });
});
