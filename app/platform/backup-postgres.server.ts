import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { type BackupEngine, BackupTrouble, OLDER } from "./backup-engine.server";

const OURS = ["public", "drizzle"];

/** How psql takes a restore: the old tables are only gone once the new ones are there. */
const ALL_OR_NOTHING = [
  ...["--no-psqlrc", "--quiet", "--single-transaction", "-v", "ON_ERROR_STOP=1"],
  ...OURS.flatMap((schema) => ["-c", `DROP SCHEMA IF EXISTS ${schema} CASCADE`]),
  ...["-c", "CREATE SCHEMA public", "-f", "-"],
];

/** The address as libpq's settings, so that a password never shows in the list of processes. */
function settingsOf(url: string): NodeJS.ProcessEnv {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const settings: Record<string, string> = {
    PGHOST: searchParams.get("host") ?? hostname,
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get("sslmode") ?? "",
  };
  const given = Object.entries(settings).filter(([, value]) => value !== "");
  return { NODE_ENV: "production", ...Object.fromEntries(given) };
}

/** Resolves when a program ends well; else throws what it complained about. */
function ended(child: ChildProcess, name: string): Promise<void> {
  const complaints: Buffer[] = [];
  child.stderr?.on("data", (chunk: Buffer) => complaints.push(chunk));
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new BackupTrouble(`${name} failed: ${why.trim().slice(-500)}`));
    child.once("error", (error) => fail(error.message));
    child.once("close", (code) => (code === 0 ? resolve() : fail(Buffer.concat(complaints).toString())));
  });
}

async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Throws when the database holds tables, unless they may go, and when others are connected to it. */
async function refuseIfTaken(url: string, force: boolean): Promise<void> {
  await ask(url, async (client) => {
    const tables = await client.query("select 1 from pg_tables where schemaname = any($1) limit 1", [OURS]);
    if (tables.rows.length > 0 && !force) {
      throw new BackupTrouble("This database holds something already. To replace it for good, add --force.");
    }
    const others = await client.query(
      "select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' limit 1",
    );
    if (others.rows.length > 0)
      throw new BackupTrouble("The site is still running on this database. Stop it first.");
  });
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

async function scratch(url: string) {
  const name = `${new URL(url).pathname.slice(1)}_scratch_${randomBytes(4).toString("hex")}`;
  await ask(url, (client) => client.query(`create database ${quoted(name)}`)).catch((error) => {
    if (error.code !== "42501") throw error;
    throw new BackupTrouble(
      "To try a backup, the database user must be allowed to make databases: ALTER ROLE … CREATEDB.",
    );
  });
  const other = new URL(url);
  other.pathname = `/${name}`;
  const remove = async () => {
    await ask(url, (client) => client.query(`drop database if exists ${quoted(name)} with (force)`));
  };
  return { url: other.href, remove };
}

/**
 * How PostgreSQL databases are backed up and restored, by PostgreSQL's own programs.
 * @param programs the folder with pg_dump, pg_restore and psql, or null when there is none
 */
export function postgresBackup(programs: string | null): BackupEngine {
  const program = (name: string) => {
    if (programs) return path.join(programs, name);
    throw new BackupTrouble(
      "PostgreSQL's programs are missing: install postgresql-client, or set PG_BIN to their folder.",
    );
  };

  return {
    ending: "dump",
    scratch,
    removeOldCopies: () => [],
    async copyTo(url, file) {
      const args = ["--format=custom", "--no-owner", "--no-privileges", `--file=${file}`];
      const dump = spawn(program("pg_dump"), args, {
        env: settingsOf(url),
        stdio: ["ignore", "ignore", "pipe"],
      });
      await ended(dump, "pg_dump");
    },
    async restore(file, url, force) {
      await refuseIfTaken(url, force);
      const script = spawn(program("pg_restore"), ["--no-owner", "--no-privileges", "-f", "-", file], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      const psql = spawn(program("psql"), ALL_OR_NOTHING, {
        env: { ...settingsOf(url), PGOPTIONS: "-c client_min_messages=warning" },
        stdio: ["pipe", "ignore", "pipe"],
      });
      psql.stdin.on("error", () => {
        // psql ended early; what it complained about says why.
      });
      script.stdout.pipe(psql.stdin, { end: false });
      // psql commits when its input ends, so a script that broke off must not look like one that ended.
      script.once("close", (code) => (code === 0 ? psql.stdin.end() : psql.kill()));
      await Promise.all([ended(script, "pg_restore"), ended(psql, "psql")]);
    },
    inspect: (url, tables) =>
      ask(url, async (client) => {
        await client.query("begin isolation level repeatable read read only");
        const rows: Record<string, number> = {};
        for (const table of tables) {
          const counted = await client.query(`select count(*) as n from ${quoted(table)}`).catch((error) => {
            throw error.code === "42P01" ? new BackupTrouble(OLDER) : error;
          });
          rows[table] = Number(counted.rows[0].n);
        }
        return { rows, problems: [] };
      }),
  };
}
