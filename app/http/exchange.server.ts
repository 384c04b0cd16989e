import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { lingerBeforeEnd } from "./body-limit.server";
import {
  chooseEncoding,
  compressStream,
  compressWhole,
  isCompressible,
  SMALLEST_TO_COMPRESS,
} from "./compress.server";
import type { ErrorPage } from "./error-page.server";
import { type Header, isPrivatePage, POLICY_HEADER, type SecurityHeaders } from "./headers.server";

/** What an exchange needs from the door it came through. */
export interface ExchangeParts {
  headers: SecurityHeaders;
  errorPage: ErrorPage;
  isStopping(): boolean;
}

const UNCACHED_QUALITY = 4;

/** One request and its answer, with what has been learnt about it so far. */
export class Exchange {
  readonly id = randomUUID();
  readonly startedAt = performance.now();
  readonly method: string;
  /** The request target as it was sent. */
  readonly target: string;
  readonly hasCookie: boolean;
  /** Path and query as they were sent, once they could be read. */
  rawPath = "";
  query = "";
  locale = "en";
  /** Decoded path without its language. */
  path = "";
  /** Path without its language, and query, undecoded: what Remix sees. */
  pageTarget = "";
  /** True for a built file, which is the same for everyone, cookie or not. */
  isFile = false;
  /** Bytes of the body that was sent. */
  bytes = 0;

  constructor(
    readonly req: IncomingMessage,
    readonly res: ServerResponse,
    readonly parts: ExchangeParts,
  ) {
    this.method = req.method ?? "";
    this.target = req.url ?? "";
    this.hasCookie = req.headers.cookie !== undefined;
  }

  /** True when the visitor has gone. */
  get isGone(): boolean {
    return this.res.destroyed;
  }

  /** Answers with a text of our own. */
  send(status: number, type: string, text: string, extra: readonly Header[] = []): void {
    const body = Buffer.from(text);
    this.#prepare(status, type, body, extra);
    this.res.end(body);
  }

  /** Answers with the error page of that status. */
  refuse(status: number, extra: readonly Header[] = []): void {
    this.send(status, "text/html; charset=utf-8", this.#errorText(status), extra);
  }

  /** Answers with an error page while the request's body is still arriving. */
  refuseUnread(status: number): void {
    const body = Buffer.from(this.#errorText(status));
    this.#prepare(status, "text/html; charset=utf-8", body, [["Connection", "close"]]);
    lingerBeforeEnd(this.req, this.res, body);
  }

  /** Sends the visitor to another address of ours for good. */
  move(to: string): void {
    this.send(308, "text/plain; charset=utf-8", "", [["Location", to]]);
  }

  /**
   * Sends what a handler wrote whole: its status and headers are on the response. An error that is only a
   * line of text, or nothing, becomes our page.
   */
  async deliver(body: Buffer): Promise<void> {
    const { res } = this;
    if (res.statusCode >= 400 && isBare(res)) return this.refuse(res.statusCode, hints(res));
    const encoding = this.#encodingFor(body.length);
    const sent = encoding === "identity" ? body : await compressWhole(body, encoding, UNCACHED_QUALITY);
    if (encoding !== "identity") res.setHeader("Content-Encoding", encoding);
    this.dress();
    if (res.statusCode !== 304 && res.statusCode !== 204) res.setHeader("Content-Length", sent.length);
    this.bytes = sent.length;
    res.end(sent);
  }

  /** Readies the headers of a response too large to hold; returns the stream to put it through, if any. */
  deliverLarge(): ReturnType<typeof compressStream> | undefined {
    const encoding = this.#encodingFor(Number.POSITIVE_INFINITY);
    if (encoding !== "identity") {
      this.res.setHeader("Content-Encoding", encoding);
      this.res.removeHeader("Content-Length");
    }
    this.dress();
    return encoding === "identity" ? undefined : compressStream(encoding);
  }

  /** Puts on what every response must carry, over anything set before. */
  dress(): void {
    const { res, parts } = this;
    const policy = res.getHeader(POLICY_HEADER);
    res.removeHeader(POLICY_HEADER);
    res.removeHeader("X-Powered-By");
    parts.headers.put(res, policy === undefined ? undefined : String(policy));
    const isPersonal = res.hasHeader("Set-Cookie") || (this.hasCookie && !this.isFile);
    if (isPersonal || !res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "no-store");
    if (isPrivatePage(this.path)) res.setHeader("X-Robots-Tag", "noindex");
    if (parts.isStopping()) res.setHeader("Connection", "close");
  }

  #encodingFor(size: number) {
    const { req, res } = this;
    const type = String(res.getHeader("Content-Type") ?? "");
    const isDone =
      res.hasHeader("Content-Encoding") || /no-transform/.test(String(res.getHeader("Cache-Control")));
    if (isDone || size < SMALLEST_TO_COMPRESS || !isCompressible(type)) return "identity";
    if (!/accept-encoding/i.test(String(res.getHeader("Vary") ?? "")))
      res.appendHeader("Vary", "Accept-Encoding");
    return chooseEncoding(String(req.headers["accept-encoding"] ?? ""));
  }

  #prepare(status: number, type: string, body: Buffer, extra: readonly Header[]): void {
    const { res } = this;
    for (const name of res.getHeaderNames()) res.removeHeader(name);
    res.statusCode = status;
    res.statusMessage = "";
    for (const [name, value] of extra) res.setHeader(name, value);
    if (body.length > 0) res.setHeader("Content-Type", type);
    res.setHeader("Content-Length", body.length);
    this.dress();
    this.bytes = body.length;
  }

  #errorText(status: number): string {
    return this.parts.errorPage(status, this.locale, status >= 500 ? this.id.slice(0, 8) : undefined);
  }
}

function isBare(res: ServerResponse): boolean {
  return /^(?:text\/plain|$)/i.test(String(res.getHeader("Content-Type") ?? ""));
}

/** What an error says to programs, which its page must go on saying. */
function hints(res: ServerResponse): Header[] {
  return ["Allow", "Retry-After"].flatMap((name) => {
    const value = res.getHeader(name);
    return value === undefined ? [] : [[name, String(value)] as const];
  });
}
