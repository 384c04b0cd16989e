import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { findPostgres } from "./scripts/lib/find-postgres.mjs";

/** Tests of what reads or writes the database: the same files run on each engine. */
const BOTH_ENGINES = ["tests/{db,platform,features,routes,demo}/**/*.test.{ts,tsx}"];
const ONE_ENGINE = ["tests/{ui,http,scripts}/**/*.test.{ts,tsx}"];

/** DATABASE_URL only fixes the engine here; tests/support/engine.ts gives each file a database of its own. */
const sqlite = { DATABASE_URL: "file:./never-used.db" };
const postgres = { DATABASE_URL: "postgres://never-used.invalid/none" };
const SECRET = "only-for-tests-only-for-tests-only-for-tests";

function project(name: string, include: string[], env: Record<string, string>) {
  const withDatabase = name !== "structure";
  return {
    extends: true as const,
    test: {
      name,
      include,
      env: { SECRET, LOG_LEVEL: "silent", TZ: "UTC", ...env },
      setupFiles: withDatabase ? ["tests/support/engine.ts"] : [],
      globalSetup: withDatabase ? [`tests/support/setup-${env === postgres ? "postgres" : "sqlite"}.ts`] : [],
    },
  };
}

const projects = [
  project("unit", ONE_ENGINE, sqlite),
  project("sqlite", BOTH_ENGINES, sqlite),
  project("structure", ["tests/structure/**/*.test.ts"], sqlite),
];
// Under CI a missing PostgreSQL is a failure: the project is kept and its set-up says why it cannot run.
if (findPostgres() || process.env.CI === "true") projects.push(project("postgres", BOTH_ENGINES, postgres));

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    restoreMocks: true,
    projects,
  },
});
