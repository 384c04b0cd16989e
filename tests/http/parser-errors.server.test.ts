import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { FORM, openTestDoor } from "../support/front-door";

describe("who is too slow", () => {
  it("gets 408 when headers take ten seconds", { timeout: 20_000 }, async () => {
    const t = await openTestDoor();
    const startedAt = Date.now();
    const answer = await t.raw("GET / HTTP/1.1\r\nHost: a\r\n", 18_000);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain("Content-Security-Policy: ");
    expect(Date.now() - startedAt).toBeLessThan(13_000);
    await t.door.close();
  });

  it("gets 408 when the form takes fifteen", { timeout: 25_000 }, async () => {
    const t = await openTestDoor();
    const type = `Content-Type: ${FORM["content-type"]}`;
    const answer = await t.raw(
      `POST / HTTP/1.1\r\nHost: a\r\n${type}\r\nContent-Length: 9\r\n\r\na=`,
      22_000,
    );
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    await t.door.close();
  });
});

it("never writes an error into an answer that has begun", async () => {
  const t = await openTestDoor({
    handle: (_req, res) => void res.setHeader("Content-Type", "font/woff2").write(Buffer.alloc(2_000_000)),
  });
  const chunks: Buffer[] = [];
  const socket = connect(t.port, "127.0.0.1").on("data", (chunk) => chunks.push(chunk));
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await pause(200);
  socket.on("error", () => {}).write("nonsense\r\n\r\n");
  await new Promise((resolve) => socket.once("close", resolve));
  const answer = Buffer.concat(chunks).toString("latin1");
  expect(answer.match(/HTTP\/1.1/g)?.length).toBe(1);
  expect(answer).toMatch(/^HTTP\/1.1 200 /);
  await t.door.close();
});

it("survives visitors who leave at any moment", async () => {
  const t = await openTestDoor();
  for (const bytes of [
    "",
    "G",
    "GET / HTTP/1.1\r\n",
    "nonsense\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na",
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(t.port, "127.0.0.1", () => {
        socket.write(bytes);
        socket.resetAndDestroy();
      });
      socket.once("close", () => resolve()).on("error", () => {});
    });
  }
  expect((await t.ask("/")).status).toBe(200);
  await t.door.close();
});
