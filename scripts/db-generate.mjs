// Writes the migrations of both engines from app/db/tables. Usage: npm run db:generate -- [--custom] --name <what-changed>
import { spawnSync } from "node:child_process";

for (const url of ["file:./data/none.db", "postgres://localhost/none"]) {
  const run = spawnSync(
    process.execPath,
    [
      "node_modules/drizzle-kit/bin.cjs",
      "generate",
      "--config",
      "drizzle/config.ts",
      ...process.argv.slice(2),
    ],
    { stdio: "inherit", env: { ...process.env, DATABASE_URL: url, NODE_ENV: "development" } },
  );
  if (run.status !== 0) process.exit(run.status ?? 1);
}
