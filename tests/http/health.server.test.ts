import { expect, it } from "vitest";
import { readinessProbe } from "~/http/health.server";
import { openTestDoor } from "../support/front-door";

it("/healthz answers without the database, /readyz says what is wrong", async () => {
  let asked = 0;
  const t = await openTestDoor({
    database: {
      commits: () => 0,
      async ready() {
        asked++;
        return { ok: false, reasons: ["disk-full"] };
      },
    },
  });
  const alive = await t.ask("/healthz");
  expect([alive.status, alive.text]).toEqual([200, "ok\n"]);
  expect(asked).toBe(0);
  const ready = await t.ask("/readyz");
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.text)).toEqual({ ok: false, reasons: ["disk-full"] });
  expect(ready.headers["content-type"]).toBe("application/json; charset=utf-8");
  await t.ask("/readyz");
  expect(asked).toBe(1);
  await t.door.close();
});

it("a database that fails is a reason without details", async () => {
  const probe = readinessProbe(
    async () => {
      throw new Error("password authentication failed for user x");
    },
    () => false,
  );
  expect(await probe()).toEqual({ ok: false, reasons: ["database-failed"] });
});

it("a database that does not answer is a reason", async () => {
  const probe = readinessProbe(
    () => new Promise(() => {}),
    () => false,
  );
  expect(await probe()).toEqual({ ok: false, reasons: ["database-slow"] });
});

it("a process that stops is not ready", async () => {
  const probe = readinessProbe(
    async () => ({ ok: true, reasons: [] }),
    () => true,
  );
  expect(await probe()).toEqual({ ok: false, reasons: ["stopping"] });
});
