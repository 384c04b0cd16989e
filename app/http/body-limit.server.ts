import type { IncomingMessage, ServerResponse } from "node:http";

/** Largest form we read, in bytes. */
export const LARGEST_BODY = 262_144;

/** What reading a body came to; `gone` when the visitor went away before the end. */
export type BodyRead = Buffer | "too-large" | "gone";

/**
 * Reads a whole request body into memory, up to LARGEST_BODY. On `too-large` the rest is still coming:
 * answer with `Connection: close` and let `lingerBeforeEnd` take it in.
 */
export function readBody(req: IncomingMessage, res: ServerResponse): Promise<BodyRead> {
  if (Number(req.headers["content-length"] ?? 0) > LARGEST_BODY) return Promise.resolve("too-large");
  if (req.headers.expect !== undefined) res.writeContinue();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= LARGEST_BODY) chunks.push(chunk);
      else resolve("too-large");
    });
    req.once("end", () => resolve(Buffer.concat(chunks)));
    req.once("error", () => resolve("gone"));
    req.once("close", () => resolve("gone"));
  });
}

/** True when the headers say that the body is a form we read, or that there is none. */
export function isForm(req: IncomingMessage, body: Buffer): boolean {
  const type = req.headers["content-type"];
  if (type === undefined) return body.length === 0;
  if (req.headers["content-encoding"] !== undefined) return false;
  return /^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type);
}

const LINGER_MS = 2000;

/**
 * Ends a response whose request body is still arriving: the answer goes out at once, but the connection
 * stays until the visitor has finished sending or two seconds have passed. Closing it sooner would make the
 * visitor's browser throw the answer away.
 */
export function lingerBeforeEnd(req: IncomingMessage, res: ServerResponse, body: Buffer): void {
  const timer = setTimeout(end, LINGER_MS);
  function end() {
    clearTimeout(timer);
    if (!res.writableEnded) res.end();
  }
  res.write(body);
  req.once("end", end).once("close", end).resume();
}
