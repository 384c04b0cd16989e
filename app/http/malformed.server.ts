/** Longest address we read, in characters. */
export const LONGEST_ADDRESS = 8192;

/** An address that can be read: its path as sent and decoded, and its query without the question mark. */
export interface Address {
  path: string;
  decodedPath: string;
  query: string;
}

const PRINTABLE = /^[\x21-\x5b\x5d-\x7e]*$/;
const DOT_SEGMENT = /(?:^|\/)\.{1,2}(?:\/|$)/;

/**
 * Reads a request target. Refuses with 414 what is too long, and with 400 what is not a path of ours:
 * absolute or empty targets, characters that must be encoded, backslashes, dot segments, NUL, and
 * percent-encoding that is broken or is not UTF-8.
 */
export function readAddress(target: string): Address | 400 | 414 {
  if (target.length > LONGEST_ADDRESS) return 414;
  if (!target.startsWith("/") || !PRINTABLE.test(target)) return 400;
  const mark = target.indexOf("?");
  const path = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? "" : target.slice(mark + 1);
  const decodedPath = decoded(path);
  if (decodedPath === undefined || decoded(query) === undefined) return 400;
  if (DOT_SEGMENT.test(decodedPath)) return 400;
  return { path, decodedPath, query };
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** True when an urlencoded form is UTF-8, decodes cleanly and holds no NUL. */
export function isReadableForm(body: Uint8Array): boolean {
  try {
    return decoded(utf8.decode(body)) !== undefined;
  } catch {
    return false;
  }
}

function decoded(text: string): string | undefined {
  try {
    const plain = text.includes("%") ? decodeURIComponent(text) : text;
    return plain.includes("\0") ? undefined : plain;
  } catch {
    return undefined;
  }
}
