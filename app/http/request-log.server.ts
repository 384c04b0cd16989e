import type { ServerResponse } from "node:http";
import type { Logger } from "pino";

/** The part of pino that the front door writes to. */
export type DoorLog = Pick<Logger, "info" | "warn" | "error">;

/** What is logged of one request. */
export interface LoggedRequest {
  id: string;
  method: string;
  /** Decoded path without its language. */
  path: string;
  /** Bytes of the body that was sent. */
  bytes: number;
  /** By `performance.now()`. */
  startedAt: number;
  res: Pick<ServerResponse, "statusCode" | "writableFinished">;
}

/**
 * A step of answering a survey, or of the questions about oneself. When each was sent, how long the page was and which questions came up would
 * together tell what somebody answered and when: so these requests are not logged at all.
 */
const ANSWERING = /^\/surveys\/[^/]+\/(?!(?:results|paper)(?:\/|$)).|^\/equality\//i;

/** Logs a request when it is over: no address of the visitor, no query, no secret of a path. */
export function logRequest({ id, method, path, bytes, startedAt, res }: LoggedRequest, log: DoorLog): void {
  if (ANSWERING.test(path)) return;
  const ms = Math.round((performance.now() - startedAt) * 10) / 10;
  const line = { id, method, route: loggedRoute(path), status: res.statusCode, ms, bytes };
  log.info(res.writableFinished ? line : { ...line, aborted: true }, "request");
}

const SECRET_AFTER = /^\/(registrations|sign-in|sign-out)\/[^/]+/i;
const PLAIN_PART = /^[a-z0-9]+(?:[-._][a-z0-9]+)*$/;
const LONG_RUN = /[a-z0-9]{25,}|^\d{7,}$/;

/**
 * A path fit for a log. Secret links lose their secret; so does every part that is not a plain short word,
 * because visitors put names, numbers and e-mail addresses there.
 */
export function loggedRoute(path: string): string {
  const parts = path.replace(SECRET_AFTER, "/$1/:token").split("/");
  return parts.map((part) => (isPlain(part) ? part : ":other")).join("/");
}

function isPlain(part: string): boolean {
  if (part === "" || part === ":token" || part === ".well-known") return true;
  return part.length <= 80 && PLAIN_PART.test(part) && !LONG_RUN.test(part);
}

/**
 * An error fit for a log: its kinds, codes and where it happened. Its message is left out, since messages
 * of databases and parsers quote what people typed.
 */
export function loggedError(error: unknown): { kinds: string[]; stack: string[] } {
  const kinds: string[] = [];
  let stack: string[] = [];
  let cause: unknown = error;
  for (let depth = 0; cause !== undefined && depth < 5; depth++) {
    const { name, frames, next } = about(cause);
    kinds.push(name);
    if (frames.length > 0) stack = frames;
    cause = next;
  }
  return { kinds, stack };
}

function about(error: unknown): { name: string; frames: string[]; next: unknown } {
  if (!(error instanceof Error)) return { name: typeof error, frames: [], next: undefined };
  const code = "code" in error && /^[A-Z0-9_]{1,60}$/.test(String(error.code)) ? ` ${error.code}` : "";
  const lines = afterMessage(error)
    .split("\n")
    .map((line) => line.trim());
  return {
    name: `${error.constructor.name}${code}`,
    frames: lines.filter((line) => line.startsWith("at ")).slice(0, 20),
    next: error.cause ?? undefined,
  };
}

/** The stack without its message, whose lines may look like places in the code. */
function afterMessage({ stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  return at === -1 ? "" : stack.slice(at + message.length);
}

const SUMMARY_MS = 60_000;

/** Logs once a minute how many requests were answered from memory; returns how to stop. */
export function logHits(log: DoorLog, hits: () => number): () => void {
  let told = 0;
  function tell() {
    const now = hits();
    if (now > told) log.info({ hits: now - told }, "pages answered from memory");
    told = now;
  }
  const timer = setInterval(tell, SUMMARY_MS).unref();
  return () => {
    clearInterval(timer);
    tell();
  };
}
