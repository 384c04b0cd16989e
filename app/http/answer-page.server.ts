import { type Captured, captureResponse } from "./captured-response.server";
import type { Door } from "./door.server";
import type { Exchange } from "./exchange.server";
import { type Header, isPrivatePage, POLICY_HEADER } from "./headers.server";
import { type LoadContext, newLoadContext } from "./load-context";
import { neutralisePage } from "./neutral-request.server";
import type { KeptPage } from "./page-cache.server";
import type { FlightEnd, Land } from "./single-flight.server";

/** Headers that belong to one sending of a page and not to the page. */
const OF_ONE_SENDING =
  /^(?:connection|content-encoding|content-length|cache-control|date|etag|keep-alive|transfer-encoding|vary|x-rh-csp|x-powered-by)$/;

/** Answers a GET or HEAD: a built file, a kept page, or one that Remix renders now. */
export async function answerPage(exchange: Exchange, door: Door): Promise<void> {
  const { req, res, hasCookie } = exchange;
  if (door.files.has(exchange.rawPath)) return sendFile(exchange, door);
  const found = hasCookie ? () => {} : await findOrClaim(exchange.target, door);
  if (typeof found !== "function") {
    if (!exchange.isGone) exchange.bytes = await sendKept(found, exchange, door);
    return;
  }
  if (exchange.isGone) return found("lost");
  if (door.isTooBusy(!hasCookie)) {
    found("lost");
    return exchange.refuse(503, [["Retry-After", "5"]]);
  }
  const rendering = new Rendering(exchange, door, found);
  const neutral = neutralisePage(req, { origin: door.origin, target: exchange.pageTarget });
  await rendering.run(() => door.handle(neutral, res, rendering.context));
}

/** The kept page, perhaps one that another request is just rendering; or the claim to render it oneself. */
async function findOrClaim(target: string, door: Door): Promise<KeptPage | Land> {
  for (;;) {
    const page = door.pages.find(target);
    if (page) return page;
    const flight = door.flights.underWay(target);
    if (!flight) return door.flights.begin(target);
    const end = await flight;
    if (end === "each") return () => {};
    if (end !== "lost") return end;
  }
}

async function sendKept(page: KeptPage, exchange: Exchange, door: Door): Promise<number> {
  const { req, res } = exchange;
  if (door.isStopping()) res.setHeader("Connection", "close");
  return door.pages.answerFrom(page, req, res);
}

function sendFile(exchange: Exchange, door: Door): void {
  const { req, res } = exchange;
  exchange.isFile = true;
  const captured = captureResponse(res, {
    whole(body) {
      captured.release();
      exchange.deliver(body).catch((error) => door.failed(exchange, error, captured));
    },
    large: () => exchange.deliverLarge(),
  });
  door.files.send(req, res);
}

/** One rendering by Remix, and what becomes of its result. */
class Rendering {
  readonly context: LoadContext;
  readonly #began;
  readonly #captured: Captured;

  constructor(
    readonly exchange: Exchange,
    readonly door: Door,
    readonly land: Land,
  ) {
    this.context = newLoadContext(door.contextFacts(exchange));
    this.#began = door.pages.beginRendering();
    this.#captured = captureResponse(exchange.res, {
      whole: (body) => void this.#finish(body).catch((error) => this.#fail(error)),
      large: () => {
        this.#end("each");
        return exchange.deliverLarge();
      },
    });
    exchange.res.once("close", () => land("lost"));
  }

  async run(handle: () => Promise<void> | void): Promise<void> {
    try {
      await handle();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #finish(body: Buffer): Promise<void> {
    const { exchange, door } = this;
    this.#captured.release();
    const page = this.#keep(body);
    this.#end(page ?? "each");
    if (!page) return exchange.deliver(body);
    for (const name of exchange.res.getHeaderNames()) exchange.res.removeHeader(name);
    exchange.bytes = await sendKept(page, exchange, door);
  }

  #keep(body: Buffer): KeptPage | undefined {
    const { exchange, door, context } = this;
    if (exchange.hasCookie || !mayBeKept(exchange, context)) return undefined;
    return door.pages.keep(exchange.target, this.#began, {
      body,
      headers: keptHeaders(exchange, door),
      until: context.page.until,
    });
  }

  #end(end: FlightEnd): void {
    const { exchange, door, context } = this;
    if (!exchange.hasCookie) door.flights.learn(exchange.target, context.page.keep);
    this.land(end);
  }

  #fail(error: unknown): void {
    this.land("lost");
    this.door.failed(this.exchange, error, this.#captured);
  }
}

function mayBeKept({ res, path, query }: Exchange, { page }: LoadContext): boolean {
  if (isPrivatePage(path)) return false;
  if (!page.keep || res.statusCode !== 200 || res.hasHeader("Set-Cookie")) return false;
  if (/no-store|private/.test(String(res.getHeader("Cache-Control") ?? ""))) return false;
  return [...new URLSearchParams(query).keys()].every((name) => page.params.includes(name));
}

function keptHeaders({ res }: Exchange, door: Door): Header[] {
  const policy = res.getHeader(POLICY_HEADER);
  const own = new Map(door.headers.list(policy === undefined ? undefined : String(policy)));
  own.set("Cache-Control", "no-cache").set("Vary", "Cookie, Accept-Encoding");
  const taken = new Set([...own.keys()].map((name) => name.toLowerCase()));
  const fromPage = Object.entries(res.getHeaders())
    .filter(([name]) => !taken.has(name) && !OF_ONE_SENDING.test(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one): Header => [name, String(one)]));
  return [...own, ...fromPage];
}
