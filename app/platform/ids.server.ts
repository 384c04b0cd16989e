import { randomInt } from "node:crypto";
import { v7 } from "uuid";

/** A new id: UUID version 7, so that rows made later sort later. */
export function newId(): string {
  return v7();
}

/** No letters or digits that look or sound alike, so that a reference can be read out (events study, C7). */
const READABLE = "ABCDEFGHJKLMNPRSTUVWXY23456789";

/** Eight readable characters in two groups, such as K7PM-3XRD. Not a secret. */
export function newReference(): string {
  const letters = Array.from({ length: 8 }, () => READABLE[randomInt(READABLE.length)]);
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}
