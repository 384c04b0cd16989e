import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDoor, type TestDoor } from "../support/front-door";

const dir = mkdtempSync(join(tmpdir(), "door-"));
const css = ".rh-card{margin:0}".repeat(200);
let t: TestDoor;

beforeAll(async () => {
  mkdirSync(join(dir, "client", "assets"), { recursive: true });
  mkdirSync(join(dir, "client", ".vite"));
  const write = (name: string, content: string | Buffer) => writeFileSync(join(dir, "client", name), content);
  write("assets/root-abc.css", css);
  write("assets/app-abc.js", "let a;".repeat(400));
  write("assets/app-abc.js.br", brotliCompressSync("let a;".repeat(400)));
  write("assets/font-abc.woff2", Buffer.alloc(5000, 7));
  write("favicon.ico", "icon");
  write(".vite/manifest.json", "{}");
  writeFileSync(join(dir, "secret.txt"), "secret");
  t = await openTestDoor({
    clientDir: join(dir, "client"),
    handle: (_req, res) => void res.writeHead(404).end("remix"),
  });
});
afterAll(async () => {
  await t.door.close();
  rmSync(dir, { recursive: true });
});

const br = { "accept-encoding": "br" };

it("serves hashed files for a year, to people with a cookie too", async () => {
  const answer = await t.ask("/assets/root-abc.css", { headers: { cookie: "a=b" } });
  expect(answer.text).toBe(css);
  expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect(answer.headers["content-type"]).toBe("text/css; charset=utf-8");
});

it("serves other files for an hour", async () => {
  const answer = await t.ask("/favicon.ico");
  expect(answer.text).toBe("icon");
  expect(answer.headers["cache-control"]).toBe("public, max-age=3600");
});

it("sends the ready-compressed form, or compresses text itself", async () => {
  const ready = await t.ask("/assets/app-abc.js", { headers: br });
  expect(ready.headers["content-encoding"]).toBe("br");
  expect(ready.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(ready.headers.vary).toBe("Accept-Encoding");
  expect(brotliDecompressSync(ready.body).toString()).toBe("let a;".repeat(400));
  const made = await t.ask("/assets/root-abc.css", { headers: br });
  expect(brotliDecompressSync(made.body).toString()).toBe(css);
  expect(made.headers.vary).toBe("Accept-Encoding");
  const font = await t.ask("/assets/font-abc.woff2", { headers: br });
  expect(font.headers).not.toHaveProperty("content-encoding");
  expect(font.body.length).toBe(5000);
});

it("answers HEAD with the headers alone", async () => {
  const answer = await t.ask("/assets/font-abc.woff2", { method: "HEAD" });
  expect(answer.headers["content-length"]).toBe("5000");
  expect(answer.body.length).toBe(0);
});

it.each(["bytes=5-2", "bytes=abc", "bytes=-1", "bytes=9999999-", "bytes=0-1"])(
  "ignores the range %s",
  async (range) => {
    const answer = await t.ask("/assets/root-abc.css", { headers: { range } });
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(css);
  },
);

it.each(["/.vite/manifest.json", "/assets/app-abc.js.br", "/assets/", "/assets/gone.css", "/secret.txt"])(
  "does not serve %s",
  async (path) => {
    expect((await t.ask(path)).text).not.toMatch(/secret|\{\}/);
    expect((await t.ask(path)).status).not.toBe(200);
  },
);

it.each([
  "/../secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/assets/%2e%2e/favicon.ico",
])("never leaves the folder: %s", async (path) => {
  expect(await t.raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).not.toMatch(
    /\r\n\r\n(secret|icon)/,
  );
});
