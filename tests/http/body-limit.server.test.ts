import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LARGEST_BODY } from "~/http/body-limit.server";
import { FORM, openTestDoor, type TestDoor } from "../support/front-door";

let t: TestDoor;
let seen: string | undefined;
beforeAll(async () => {
  t = await openTestDoor({
    async handle(req, res) {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      seen = Buffer.concat(chunks).toString();
      res.end(`${req.method} ${req.headers["content-length"]} ${req.headers["content-type"]}`);
    },
  });
});
afterAll(() => t.door.close());

const post = (body: string | Buffer, headers: Record<string, string> = {}) =>
  t.ask("/form", { method: "POST", headers: { ...FORM, ...headers }, body });

describe("a form", () => {
  it("is handed on byte for byte", async () => {
    const body = `name=${encodeURIComponent("Zoë\r\nOkafor")}&needs=a&needs=b`;
    const answer = await post(body);
    expect(answer.text).toBe(`POST ${body.length} application/x-www-form-urlencoded`);
    expect(seen).toBe(body);
  });

  it("is handed on when it came in chunks", async () => {
    const answer = await post("a=1&b=2", { "transfer-encoding": "chunked" });
    expect(answer.text).toBe("POST 7 application/x-www-form-urlencoded");
    expect(seen).toBe("a=1&b=2");
  });

  it("may be as large as the limit and no larger", async () => {
    expect((await post(`a=${"x".repeat(LARGEST_BODY - 2)}`)).status).toBe(200);
    const answer = await post(`a=${"x".repeat(LARGEST_BODY - 1)}`);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain("too much to send");
  });

  it("of several megabytes gets its answer, announced or not", async () => {
    const body = `a=${"x".repeat(5_000_000)}`;
    const announced = await post(body);
    const chunked = await post(body, { "transfer-encoding": "chunked" });
    for (const answer of [announced, chunked]) {
      expect(answer.status).toBe(413);
      expect(answer.headers.connection).toBe("close");
      expect(answer.text).toContain("Nothing was saved");
    }
  });

  it("may be empty, with or without a type", async () => {
    expect((await post("")).status).toBe(200);
    const bare = await t.ask("/form", { method: "POST", headers: { origin: FORM.origin } });
    expect(bare.text).toBe("POST 0 application/x-www-form-urlencoded");
  });

  it("that waits for 100 Continue is asked for its body", async () => {
    const head = `POST / HTTP/1.1\r\nHost: a\r\nOrigin: ${FORM.origin}\r\nContent-Type: ${FORM["content-type"]}\r\n`;
    const small = await t.raw(
      `${head}Expect: 100-continue\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=1`,
    );
    expect(small).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK/);
    const large = await t.raw(`${head}Expect: 100-continue\r\nContent-Length: 9999999\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1.1 413 /);
  });
});

describe("anything else is refused with 415", () => {
  it.each([
    ["multipart/form-data; boundary=x"],
    ["application/json"],
    ["text/plain"],
    ["application/x-www-form-urlencoded; charset=utf-16"],
    ["application/x-www-form-urlencoded-not"],
  ])("%s", async (type) => {
    const answer = await post("a=1", { "content-type": type });
    expect(answer.status).toBe(415);
    expect(answer.text).toContain("could not read the form");
  });

  it("a compressed form", async () => {
    expect((await post("a=1", { "content-encoding": "gzip" })).status).toBe(415);
  });

  it("but UTF-8 may be said", async () => {
    expect(
      (await post("a=1", { "content-type": 'application/x-www-form-urlencoded; charset="UTF-8"' })).status,
    ).toBe(200);
  });
});

it("a visitor who reads only after sending everything still gets the answer", async () => {
  const head = `POST / HTTP/1.1\r\nHost: a\r\nOrigin: ${FORM.origin}\r\nContent-Type: ${FORM["content-type"]}\r\n`;
  const socket = connect({ port: t.port, host: "127.0.0.1" }).pause();
  const failed = new Promise((resolve) => socket.once("error", resolve));
  const sent = new Promise((resolve) => {
    socket.write(`${head}Content-Length: 8000000\r\n\r\n`);
    socket.write(Buffer.alloc(8_000_000, "x"), resolve);
  });
  await Promise.race([sent, failed]);
  await pause(100);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk)).resume();
  await new Promise((resolve) => socket.once("close", resolve));
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1.1 413 .*<\/html>$/s);
});

it("a body that stops half-way leaves nothing behind", async () => {
  const head = `POST / HTTP/1.1\r\nHost: a\r\nOrigin: ${FORM.origin}\r\nContent-Type: ${FORM["content-type"]}\r\n`;
  seen = undefined;
  await t.raw(`${head}Content-Length: 100\r\n\r\na=1`, 200);
  expect(seen).toBeUndefined();
  expect((await post("a=2")).status).toBe(200);
});
