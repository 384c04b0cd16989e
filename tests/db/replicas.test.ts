import { setTimeout as wait } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { openDatabase } from "~/db/client.server";
import { isPostgres } from "~/db/columns";
import { facts } from "~/db/tables/platform";
import { makeDatabase } from "../support/engine";

test("pages for everyone are read from a replica once it has had time to catch up, and from the primary before", async () => {
  const primary = await makeDatabase();
  const other = await makeDatabase();
  const store = await openDatabase(primary, [other]);
  const replica = await openDatabase(other);
  const write = (on: typeof store, value: string) =>
    on.transact(["facts"], (tx) => tx.insert(facts).values({ name: "where", value }));
  const seen = async () => {
    const [row] = await store.lagging.select().from(facts).where(eq(facts.name, "where"));
    return row?.value;
  };
  // Two databases that differ, to see which of them answers.
  await write(replica, "replica");
  await write(store, "primary");
  expect(await seen()).toBe("primary");
  if (isPostgres) {
    await wait(2100);
    expect(await seen()).toBe("replica");
  }
  expect((await store.db.select().from(facts).where(eq(facts.name, "where")))[0]?.value).toBe("primary");
  await replica.close();
  await store.close();
});
