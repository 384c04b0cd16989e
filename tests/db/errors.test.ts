import { describe, expect, it } from "vitest";
import { asUnavailable, isUnavailable, Unavailable } from "~/db/errors.server";

/** An error as drizzle hands it on: its own words, the driver's error beneath. */
const wrapped = (cause: Error) => new Error("Failed query: select 1\nparams: Amina", { cause });

describe("a database that cannot answer now", () => {
  it.each([
    ["a full disk", Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" })],
    ["a server that is shutting down", Object.assign(new Error("terminating"), { code: "57P01" })],
    ["nobody at the address", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
    ["no connection in time", new Error("timeout exceeded when trying to connect")],
    ["a connection that broke", new Error("Connection terminated unexpectedly")],
  ])("%s is told from a mistake, wrapped or not", (_what, error) => {
    for (const one of [error, wrapped(error)]) {
      expect(isUnavailable(one)).toBe(true);
      expect(asUnavailable(one)).toBeInstanceOf(Unavailable);
    }
  });

  it("leaves mistakes as they are", () => {
    const loop: Error & { cause?: unknown } = new Error("a");
    loop.cause = loop;
    const mistakes = [
      loop,
      new TypeError("x is not a function"),
      null,
      "words",
      wrapped(new Error("no such column")),
    ];
    for (const mistake of mistakes) expect(asUnavailable(mistake)).toBe(mistake);
  });
});
