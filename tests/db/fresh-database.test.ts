import { expect, it } from "vitest";
import { isPostgres } from "~/db/columns";
import { env } from "~/db/env.server";
import { facts } from "~/db/schema";
import { freshDatabase } from "../support/fresh-database";

it("gives each caller a migrated, empty database of its own, on the engine of the run", async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase()];
  expect(one.engine).toBe(isPostgres ? "postgres" : "sqlite");
  await one.transact([], (tx) => tx.insert(facts).values({ name: "here", value: "1" }));
  expect(await one.db.select().from(facts)).toHaveLength(1);
  expect(await two.db.select().from(facts)).toHaveLength(0);
  expect(env.isPostgres).toBe(isPostgres);
});
