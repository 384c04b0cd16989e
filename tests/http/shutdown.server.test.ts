import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { FORM, openTestDoor } from "../support/front-door";

async function slowDoor(ms = 5) {
  const seen = { done: 0 };
  const t = await openTestDoor({
    async handle(_req, res) {
      await pause(ms);
      seen.done++;
      res.end("ok");
    },
  });
  return { t, seen };
}

/** Sends forms one after another, on one connection or on a new one each, until the server is gone; counts the answers. */
async function keepPosting(port: number, keepAlive: boolean, seen: { answered: number; dropped: number }) {
  const agent = new Agent({ keepAlive, maxSockets: 1 });
  for (;;) {
    const end = await new Promise<string>((resolve) => {
      let isConnected = false;
      const req = request(
        { port, host: "127.0.0.1", path: "/form", method: "POST", agent, headers: FORM },
        (res) => {
          res.resume().on("end", () => resolve(res.statusCode === 200 ? "answered" : "dropped"));
        },
      );
      req.on("socket", (socket) => {
        isConnected = !socket.connecting;
        if (socket.connecting) {
          socket.once("connect", () => {
            isConnected = true;
          });
        }
      });
      req.on("error", () => resolve(isConnected ? "dropped" : "refused"));
      req.end("a=1");
    });
    if (end === "refused") return agent.destroy();
    seen[end as "answered" | "dropped"]++;
    if (end === "dropped") return agent.destroy();
  }
}

describe("a stop", () => {
  it("answers what is under way and tells it that the connection closes", async () => {
    const { t } = await slowDoor(300);
    const answer = t.ask("/slow");
    await pause(100);
    await t.door.close();
    const { status, headers } = await answer;
    expect(status).toBe(200);
    expect(headers.connection).toBe("close");
  });

  it("takes no new connections", async () => {
    const { t } = await slowDoor(1500);
    const answer = t.ask("/slow");
    await pause(50);
    const closed = t.door.close();
    const tryAgain = () =>
      t.ask("/healthz").then(
        () => "taken",
        (error: NodeJS.ErrnoException) => error.code,
      );
    await expect.poll(tryAgain, { interval: 100 }).toBe("ECONNREFUSED");
    await answer;
    await closed;
  });

  it.each([
    ["kept", true],
    ["new", false],
  ])("drops nothing that was sent on %s connections under load", async (_kind, keepAlive) => {
    const { t, seen } = await slowDoor();
    const clients = { answered: 0, dropped: 0 };
    const running = Array.from({ length: 50 }, () => keepPosting(t.port, keepAlive, clients));
    await pause(400);
    await t.door.close();
    await Promise.all(running);
    expect(clients.dropped).toBe(0);
    expect(clients.answered).toBe(seen.done);
    expect(clients.answered).toBeGreaterThan(100);
  });

  it("does not wait for idle connections, nor twice", async () => {
    const { t } = await slowDoor();
    const idle = t.raw("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 9000);
    await pause(100);
    const startedAt = Date.now();
    await Promise.all([t.door.close(), t.door.close()]);
    expect(Date.now() - startedAt).toBeLessThan(3000);
    expect(await idle).toContain("200 OK");
  });

  it("says 503 on /readyz meanwhile, to those still connected", async () => {
    const { t } = await slowDoor(300);
    const agent = new Agent({ keepAlive: true });
    const ask = (path: string) =>
      new Promise<number>((resolve, reject) => {
        request({ port: t.port, host: "127.0.0.1", path, agent }, (res) => {
          res.resume().on("end", () => resolve(res.statusCode ?? 0));
        })
          .on("error", reject)
          .end();
      });
    expect(await ask("/readyz")).toBe(200);
    const closed = t.door.close();
    await pause(50);
    expect(await ask("/readyz")).toBe(503);
    await closed;
    agent.destroy();
  });

  it("cuts what does not finish within ten seconds", { timeout: 20_000 }, async () => {
    const t = await openTestDoor({ handle: () => {} });
    const hanging = t.ask("/never").catch((error: NodeJS.ErrnoException) => error.code);
    await pause(50);
    const startedAt = Date.now();
    await t.door.close();
    expect(await hanging).toBe("ECONNRESET");
    expect(Date.now() - startedAt).toBeGreaterThan(9500);
    expect(Date.now() - startedAt).toBeLessThan(12_000);
  });
});

it("a port that is taken is an error, not a crash", async () => {
  const { t } = await slowDoor();
  await expect(openTestDoor({ port: t.port })).rejects.toThrow("EADDRINUSE");
  await t.door.close();
});
