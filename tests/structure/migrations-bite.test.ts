import { appendFileSync, cpSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { migrations } from "./checks/migrations";
import { plant } from "./fixture";

const house = process.cwd();

it("migrations refuse a table that they do not make, on both engines", { timeout: 60_000 }, async () => {
  const root = plant({});
  for (const part of ["app/db", "drizzle", "tsconfig.json", "package.json"]) {
    cpSync(path.join(house, part), path.join(root, part), { recursive: true });
  }
  symlinkSync(path.join(house, "node_modules"), path.join(root, "node_modules"), "dir");
  appendFileSync(
    path.join(root, "app/db/tables/platform.ts"),
    '/** Planted. */\nexport const planted = table("planted", { id: text("id").primaryKey() });\n',
  );
  const problems = await migrations(root);
  expect(problems.map((problem) => problem.split(":")[0])).toEqual([
    "drizzle/sqlite Run npm run db",
    "drizzle/postgres Run npm run db",
  ]);
  expect(problems.join("\n")).toMatch(/CREATE TABLE [`"]planted[`"]/);
});
