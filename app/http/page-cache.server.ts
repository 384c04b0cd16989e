import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import { chooseEncoding, compressWhole, type Encoding, SMALLEST_TO_COMPRESS } from "./compress.server";
import type { Header } from "./headers.server";

/** Longest life of a kept page, in milliseconds. */
export const LONGEST_LIFE_MS = 10_000;

const MOST_BYTES = 32 * 1024 * 1024;
const QUICK_QUALITY = 5;
const BEST_QUALITY = 11;
/** Renderings with the same result after which a page has earned the best compression. */
const RENDERINGS_TO_EARN_BEST = 3;
/** What headers and bookkeeping of one page weigh, in bytes, roughly. */
const OVERHEAD = 4096;

/** A page in one encoding, ready to be written: headers as a flat list of names and values. */
interface Variant {
  body: Buffer;
  headers: string[];
}

/** A finished page that may be answered again, with the ways of sending it that were asked for so far. */
export interface KeptPage {
  commits: number;
  renderedAt: number;
  until: number;
  tag: string;
  body: Buffer;
  headers: readonly Header[];
  sameRenderings: number;
  /** True once the Brotli form is as small as it gets. */
  isBest: boolean;
  /** Compressing that is under way, so that it is done once however many wait for it. */
  making: Map<Encoding, Promise<Variant>>;
  br?: Variant | undefined;
  gzip?: Variant | undefined;
  identity?: Variant | undefined;
}

/** What the cache needs to know of the world; clocks in milliseconds. */
export interface PageCacheWorld {
  /** Number of commits so far; any commit ends the life of every page rendered before it. */
  commits(): number;
  /** A clock that never goes back, for ages. */
  monotonic(): number;
  /** The time of day, for `until`. */
  wallClock(): number;
}

/** Public pages kept in memory, compressed, keyed by the request target as it was sent. */
export class PageCache {
  /** Requests answered from memory since the start. */
  hits = 0;
  readonly #world: PageCacheWorld;
  readonly #pages = new LRUCache<string, KeptPage>({
    maxSize: MOST_BYTES,
    // A page and its two compressed forms weigh less than twice the page.
    sizeCalculation: (page, target) => page.body.length * 2 + target.length + OVERHEAD,
  });

  constructor(world: PageCacheWorld) {
    this.#world = world;
  }

  /**
   * Answers a GET or HEAD without a cookie from memory, if it can at once; false when it cannot, and then
   * nothing has been written. This is the hot path: it builds nothing and waits for nothing.
   */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const page = this.#pages.get(req.url ?? "");
    if (page === undefined || (req.method !== "GET" && req.method !== "HEAD")) return false;
    // Node has read the headers already, so looking at them costs nothing.
    const { headers } = req;
    if (headers.cookie !== undefined || !this.isFresh(page)) return false;
    const variant = page[chooseEncoding(acceptedBy(headers))];
    if (variant === undefined) return false;
    this.hits++;
    sendVariant(res, page, variant, headers["if-none-match"]);
    return true;
  }

  /** The fresh page at this target, if there is one. */
  find(target: string): KeptPage | undefined {
    const page = this.#pages.get(target);
    return page && this.isFresh(page) ? page : undefined;
  }

  /** True while nothing was committed since the page's rendering began and its time is not over. */
  isFresh(page: KeptPage): boolean {
    return (
      page.commits === this.#world.commits() &&
      this.#world.monotonic() - page.renderedAt <= LONGEST_LIFE_MS &&
      this.#world.wallClock() < page.until
    );
  }

  /** The moment a rendering begins, to be handed to `keep` when it is done. */
  beginRendering(): { commits: number; renderedAt: number } {
    return { commits: this.#world.commits(), renderedAt: this.#world.monotonic() };
  }

  /**
   * Keeps a rendered page, and says which; nothing when it is stale already. A page that came out exactly as
   * last time takes over the compressed forms, and after a few times earns better ones.
   */
  keep(
    target: string,
    began: { commits: number; renderedAt: number },
    result: { body: Buffer; headers: readonly Header[]; until: Date | undefined },
  ): KeptPage | undefined {
    const { body, headers } = result;
    const tag = `W/"${createHash("sha256").update(JSON.stringify(headers)).update(body).digest("base64url").slice(0, 22)}"`;
    const page: KeptPage = {
      ...began,
      until: result.until?.getTime() ?? Number.POSITIVE_INFINITY,
      tag,
      body,
      headers,
      sameRenderings: 0,
      isBest: false,
      making: new Map(),
    };
    const before = this.#pages.peek(target);
    if (before?.tag === tag) takeOver(page, before);
    if (!this.isFresh(page)) return undefined;
    this.#pages.set(target, page);
    return page;
  }

  /** Answers from a page that was found or kept, making the encoding asked for when it is missing. */
  async answerFrom(page: KeptPage, req: IncomingMessage, res: ServerResponse): Promise<number> {
    const variant = await variantOf(page, chooseEncoding(acceptedBy(req.headers)));
    return sendVariant(res, page, variant, req.headers["if-none-match"]);
  }
}

function takeOver(page: KeptPage, before: KeptPage): void {
  page.sameRenderings = before.sameRenderings + 1;
  page.isBest = before.isBest;
  page.br = before.br;
  page.gzip = before.gzip;
  page.identity = before.identity;
  if (page.br && !page.isBest && page.sameRenderings >= RENDERINGS_TO_EARN_BEST) {
    // If it fails, the page goes on being sent in the form it has.
    improve(page).catch(() => {});
  }
}

async function improve(page: KeptPage): Promise<void> {
  page.br = await compressed(page, "br", BEST_QUALITY);
  page.isBest = true;
}

async function variantOf(page: KeptPage, encoding: Encoding): Promise<Variant> {
  const made = page[encoding] ?? page.making.get(encoding);
  if (made) return made;
  const making = compressed(page, encoding, QUICK_QUALITY);
  page.making.set(encoding, making);
  page[encoding] = await making;
  page.making.delete(encoding);
  return making;
}

async function compressed(page: KeptPage, wanted: Encoding, quality: number): Promise<Variant> {
  const encoding = page.body.length < SMALLEST_TO_COMPRESS ? "identity" : wanted;
  return makeVariant(page, encoding, await compressWhole(page.body, encoding, quality));
}

function makeVariant(page: KeptPage, encoding: Encoding, body: Buffer): Variant {
  const headers = page.headers.flat();
  if (encoding !== "identity") headers.push("Content-Encoding", encoding);
  headers.push("ETag", page.tag, "Content-Length", String(body.length));
  return { body, headers };
}

function acceptedBy(headers: IncomingHttpHeaders): string {
  const accept = headers["accept-encoding"];
  return typeof accept === "string" ? accept : "";
}

/** Writes the page, or 304 when the visitor has it; returns the bytes of the body. */
function sendVariant(
  res: ServerResponse,
  page: KeptPage,
  variant: Variant,
  known: string | undefined,
): number {
  if (known?.includes(page.tag)) {
    res.writeHead(304, [...page.headers.flat(), "ETag", page.tag]).end();
    return 0;
  }
  res.writeHead(200, variant.headers).end(variant.body);
  return variant.body.length;
}
