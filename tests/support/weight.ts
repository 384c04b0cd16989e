import { brotliCompressSync, constants } from "node:zlib";
import type { Page, Request } from "@playwright/test";

/** The most that a first visit to a public page may weigh, in bytes on the wire, and ask for. */
const MOST = { requests: 6, total: 75_000, document: 20_000, stylesheet: 20_000, script: 15_000 };

const assets = new Map<string, Promise<number>>();

/** What an asset weighs in Brotli, which browsers ask for on https only. */
function brotli(page: Page, url: string): Promise<number> {
  const weighed =
    assets.get(url) ??
    page.request
      .head(url, { headers: { "accept-encoding": "br" } })
      .then((answer) => Number(answer.headers()["content-length"]));
  assets.set(url, weighed);
  return weighed;
}

/** What a page itself weighs as the site packs it for https. */
async function written(request: Request): Promise<number> {
  const body = (await (await request.response())?.body()) ?? "";
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return brotliCompressSync(body, { params }).length;
}

/** Weighs what the pages that are opened from now on ask for, each as somebody's first. */
export async function openScales(page: Page) {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.setCacheDisabled", { cacheDisabled: true });
  let asked: Request[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) asked = [];
    // A picture written into the page itself is no request.
    if (/^https?:/.test(request.url())) asked.push(request);
  });
  /** What of the page that is open now is over its budget; says so, too, when nothing was weighed. */
  return async function over(): Promise<string[]> {
    const weights: Record<string, number> = { requests: asked.length };
    for (const request of asked) {
      const kind = request.resourceType();
      const weight = await (kind === "document" ? written(request) : brotli(page, request.url()));
      weights[kind] = (weights[kind] ?? 0) + weight;
      weights.total = (weights.total ?? 0) + weight;
    }
    if (!weights.document || !weights.stylesheet) return ["nothing was weighed"];
    return Object.entries(MOST)
      .filter(([name, most]) => !((weights[name] ?? 0) <= most))
      .map(([name, most]) => `${name}: ${weights[name]}, at most ${most}`);
  };
}
