import { createHmac, timingSafeEqual } from "node:crypto";

/** Name of the hidden form field that carries the token. */
export const FORM_TOKEN_FIELD = "formToken";

const DAY_MS = 86_400_000;

/**
 * A token that proves a form came from us, for browsers that send neither Sec-Fetch-Site nor Origin.
 * It is good on the UTC day of `now` and the day after, and only for `holder`: the value of the session
 * cookie, or empty for a visitor without one.
 */
export function makeFormToken(secret: string, now: Date, holder = ""): string {
  return tokenOfDay(secret, Math.floor(now.getTime() / DAY_MS), holder);
}

/** True when the token was made with this secret for this holder today or yesterday. */
export function isFormToken(token: string, secret: string, now: Date, holder = ""): boolean {
  const today = Math.floor(now.getTime() / DAY_MS);
  return [today, today - 1].some((day) => isSame(token, tokenOfDay(secret, day, holder)));
}

function tokenOfDay(secret: string, day: number, holder: string): string {
  return createHmac("sha256", secret).update(`form-token\n${day}\n${holder}`).digest("base64url");
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
