import { generateSecret, generateURI, verifySync } from "otplib";

/** Seconds that a code is shown for, and by which a phone's clock may be wrong either way. */
const STEP_SECONDS = 30;

/** A new key for an authenticator app: 160 bits in base 32. */
export function newKey(): string {
  return generateSecret();
}

/** What the app reads from the picture: who asks, whose account, which key. */
export function keyAddress(key: string, issuer: string, email: string): string {
  return generateURI({ issuer, label: email, secret: key });
}

/**
 * The time step of a right code, or null. A code of the step `after` or earlier counts as wrong, so that
 * none is taken twice.
 */
export function stepOfCode(key: string, code: string, now: Date, after: number | null): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret: key,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: STEP_SECONDS,
    afterTimeStep: after ?? undefined,
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}
