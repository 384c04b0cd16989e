import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type { Check } from "./source";

const run = promisify(execFile);

const engines = {
  sqlite: "file:./data/none.db",
  postgres: "postgres://localhost/none",
} as const;

/** Runs drizzle-kit on the migrations in `out`. It ends with 0 whatever happens, so its words must say that it is done. */
async function generateInto(root: string, out: string, url: string): Promise<void> {
  const { stdout, stderr } = await run(
    process.execPath,
    ["node_modules/drizzle-kit/bin.cjs", "generate", "--config", "drizzle/config.ts"],
    {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: url,
        // drizzle-kit puts "./" before the folder's name, so only a relative one works.
        DRIZZLE_OUT: path.relative(root, out),
        NODE_ENV: "development",
        SECRET: "only-to-read-the-tables-0123456789abcdef",
      },
    },
  );
  if (!/No schema changes|Your SQL migration file/.test(stdout)) {
    throw new Error(`drizzle-kit generate did not finish for ${url}:\n${stdout}\n${stderr}`);
  }
}

/** The statements that drizzle-kit would add to a copy of an engine's migrations; "" when they are in step. */
async function missingFrom(root: string, engine: keyof typeof engines): Promise<string> {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), "migrations-")));
  try {
    cpSync(path.join(root, "drizzle", engine), scratch, { recursive: true });
    const before = new Set(readdirSync(scratch));
    await generateInto(realpathSync(root), scratch, engines[engine]);
    const added = readdirSync(scratch).filter((name) => name.endsWith(".sql") && !before.has(name));
    return added.map((name) => readFileSync(path.join(scratch, name), "utf8")).join("\n");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The migrations of both engines make exactly the tables that app/db/tables describes. */
export const migrations: Check = async (root) => {
  if (!existsSync(path.join(root, "drizzle/config.ts"))) return [];
  const found = await Promise.all(
    (["sqlite", "postgres"] as const).map(async (engine) => ({
      engine,
      added: await missingFrom(root, engine),
    })),
  );
  return found
    .filter(({ added }) => added !== "")
    .map(
      ({ engine, added }) =>
        `drizzle/${engine} Run npm run db:generate -- --name <what-changed>: the tables have changed.\n${added}`,
    );
};
