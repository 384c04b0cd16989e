import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";

const PROOF_BYTES = 16;
const ID_BYTES = 16;

function proof(secret: string, kind: string, id: string, version: number): Buffer {
  return createHmac("sha256", secret).update(`${kind}\n${id}\n${version}`).digest().subarray(0, PROOF_BYTES);
}

/**
 * The secret part of an address: the id and 128 bits of HMAC(secret, kind, id, version), so that it can
 * be sent again without being kept, and stops working when the version is raised.
 */
export function secretLink(secret: string, kind: string, id: string, version: number): string {
  return Buffer.concat([parse(id), proof(secret, kind, id, version)]).toString("base64url");
}

/** The id that a secret link names, or null for anything malformed. Not yet a proof: see `provesLink`. */
export function idInLink(link: string): string | null {
  if (!/^[\w-]{43}$/.test(link)) return null;
  const bytes = Buffer.from(link, "base64url");
  if (bytes.length !== ID_BYTES + PROOF_BYTES) return null;
  try {
    return stringify(bytes.subarray(0, ID_BYTES));
  } catch {
    return null;
  }
}

/** True when the link was made by this site for this kind, id and version. */
export function provesLink(secret: string, link: string, kind: string, id: string, version: number): boolean {
  const given = Buffer.from(link, "base64url").subarray(ID_BYTES);
  const expected = proof(secret, kind, id, version);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** HMAC of the parts under the site's secret, for keys that must not be read back. */
export function keyed(secret: string, ...parts: string[]): string {
  return createHmac("sha256", secret).update(JSON.stringify(parts)).digest("base64url");
}

/** SHA-256, for secrets that are kept only to be compared. */
export function hashed(value: string): string {
  return createHash("sha256").update(value).digest("base64url");
}
