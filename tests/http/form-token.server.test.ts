import { expect, it } from "vitest";
import { isFormToken, makeFormToken } from "~/http/form-token.server";

const secret = "a secret of enough length for a test";
const at = (text: string) => new Date(text);
const token = makeFormToken(secret, at("2026-03-28T23:59:59Z"));

it("is good that day and the next, and no longer", () => {
  expect(isFormToken(token, secret, at("2026-03-28T00:00:00Z"))).toBe(true);
  expect(isFormToken(token, secret, at("2026-03-29T23:59:59Z"))).toBe(true);
  expect(isFormToken(token, secret, at("2026-03-30T00:00:00Z"))).toBe(false);
  expect(isFormToken(token, secret, at("2026-03-27T23:59:59Z"))).toBe(false);
});

it("is good for one secret and one holder", () => {
  expect(isFormToken(token, `${secret}!`, at("2026-03-28T12:00:00Z"))).toBe(false);
  expect(isFormToken(token, secret, at("2026-03-28T12:00:00Z"), "someone")).toBe(false);
  expect(isFormToken("", secret, at("2026-03-28T12:00:00Z"))).toBe(false);
  expect(isFormToken(`${token.slice(0, -1)}é`, secret, at("2026-03-28T12:00:00Z"))).toBe(false);
});

it("is long enough not to be guessed", () => {
  expect(token).toMatch(/^[\w-]{43}$/);
});
