import { chromium } from "@playwright/test";
import { findBrowser } from "../../scripts/lib/find-browser.mjs";

const ARGS = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
if (process.getuid?.() === 0) ARGS.push("--no-sandbox");

const KINDS = { Document: "html", Stylesheet: "css", Font: "fonts", Image: "images", Script: "scripts" };

/**
 * What a browser that was never here before fetches for one page, in bytes on the wire, headers included.
 * @param {string[]} urls each opened in a new, empty profile
 * @returns {Promise<{ requests: number, total: number, html: number, css: number, fonts: number, images: number,
 *   scripts: number, other: number }[] | null>} null when this machine has no browser
 */
export async function firstVisits(urls) {
  const executablePath = await findBrowser();
  if (!executablePath) return null;
  const browser = await chromium.launch({ executablePath, args: ARGS });
  try {
    const visits = [];
    for (const url of urls) visits.push(await firstVisit(browser, url));
    return visits;
  } finally {
    await browser.close();
  }
}

async function firstVisit(browser, url) {
  const context = await browser.newContext({ viewport: { width: 375, height: 812 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const kinds = new Map();
  const found = { requests: 0, total: 0, html: 0, css: 0, fonts: 0, images: 0, scripts: 0, other: 0 };
  // A picture written into the page itself is no request.
  network.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (/^https?:/.test(response.url)) kinds.set(requestId, KINDS[type] ?? "other");
  });
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (!kind) return;
    found.requests += 1;
    found.total += encodedDataLength;
    found[kind] += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await context.close();
  return found;
}
