import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { CHECK_IN_VERSION } from "~/features/events/check-in-version";

const WORKER = "public/check-in-worker.js";
const modules = readdirSync("public/check-in").sort();
const textOf = (file: string) => readFileSync(file, "utf8");
const texts = [...modules.map((name) => textOf(`public/check-in/${name}`)), textOf(WORKER)];
const VERSION = /const VERSION = "([^"]*)"/;

test("the version of what devices keep follows from the modules", () => {
  const plain = texts.map((text) => text.replace(VERSION, ""));
  const version = createHash("sha256").update(plain.join("\n")).digest("hex").slice(0, 12);
  const advice = `Set VERSION in ${WORKER} and CHECK_IN_VERSION in app/features/events/check-in-version.ts to "${version}".`;
  expect(VERSION.exec(textOf(WORKER))?.[1], advice).toBe(version);
  expect(CHECK_IN_VERSION, advice).toBe(version);
});

test("the worker keeps every module", () => {
  for (const name of modules) expect(textOf(WORKER)).toContain(`"${name.replace(/\.js$/, "")}"`);
});

test("all scripts together weigh less than 15 KB", () => {
  const bytes = texts.reduce((n, text) => n + brotliCompressSync(text).length, 0);
  expect(bytes).toBeLessThan(15_000);
});
