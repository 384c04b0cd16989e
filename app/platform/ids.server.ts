import { randomInt } from "node:crypto";
import { v7 } from "uuid";

/** A new id: UUID version 7, so that rows made later sort later. */
export function newId(): string {
  return v7();
}

/** No letters or digits that look or sound alike, so that a reference can be read out (events study, C7). */
const READABLE = "ABCDEFGHJKLMNPRSTUVWXY23456789";

/** Random characters that can be read out and typed; about 4.9 bits each. */
export function readable(length: number): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join("");
}

/** The same out of bytes that come from elsewhere: the same bytes are always the same characters. */
export function readableFrom(bytes: Uint8Array, length: number): string {
  // Bytes beyond the last whole round would make some characters likelier than others.
  const fair = [...bytes].filter((byte) => byte < 256 - (256 % READABLE.length));
  return fair
    .slice(0, length)
    .map((byte) => READABLE[byte % READABLE.length])
    .join("");
}

/** Eight readable characters in two groups, such as K7PM-3XRD. Not a secret. */
export function newReference(): string {
  return `${readable(4)}-${readable(4)}`;
}
