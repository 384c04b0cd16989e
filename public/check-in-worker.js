// Keeps the check-in page openable without a network. VERSION follows from what the modules say (a test has
// the right one), so that a change of any of them makes browsers fetch all of them anew, together.
const VERSION = "d202543ca9b9";
const CACHE = `check-in ${VERSION}`;
const MODULES = ["page", "leave", "list", "scan", "show", "store", "sync"].map(
  (name) => `/check-in/${name}.js`,
);
const PAGE = /^\/manage\/events\/[^/]+\/check-in$/;
const PART = /(?:href|src)="(\/(?:assets\/|check-in\/|icon|favicon|apple-touch)[^"]*)"/g;
const FONT = /url\("?(\/assets\/[^)"]+)"?\)/g;

const fresh = (address) => new Request(address, { cache: "reload" });
const found = (text, pattern) =>
  [...text.matchAll(pattern)].map(([, address]) => address.replaceAll("&amp;", "&"));

/** Takes a page with its style sheet and fonts; fails as a whole, and then the copy from before stays. */
async function keepPage(cache, address) {
  const page = await fetch(fresh(address));
  const text = page.ok && !page.redirected ? await page.clone().text() : "";
  // A page of a newer version waits for the worker of that version.
  if (!text.includes(`data-version="${VERSION}"`)) throw new Error("The page can't be had.");
  const parts = [...new Set([...MODULES, ...found(text, PART)])];
  await cache.addAll(parts.map(fresh));
  for (const sheet of parts.filter((part) => part.endsWith(".css"))) {
    const style = await (await cache.match(sheet)).text();
    await cache.addAll(found(style, FONT));
  }
  await cache.put(address, page);
}

/** A new version takes all pages over that are kept, each fresh; where one can't be had, the old version stays. */
async function prepare() {
  const cache = await caches.open(CACHE);
  await cache.addAll(MODULES.map(fresh));
  for (const name of await caches.keys()) {
    if (name === CACHE || !name.startsWith("check-in ")) continue;
    const kept = await (await caches.open(name)).keys();
    for (const { url } of kept)
      if (PAGE.test(new URL(url).pathname)) await keepPage(cache, new URL(url).pathname);
  }
  await self.skipWaiting();
}

async function takeOver() {
  for (const name of await caches.keys())
    if (name.startsWith("check-in ") && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(prepare()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

/** True when the page is kept: as it is now, or as it was before. */
async function isKept(address) {
  const cache = await caches.open(CACHE);
  await keepPage(cache, address).catch(() => {});
  return (await cache.match(address)) !== undefined;
}

self.addEventListener("message", (event) => {
  const kept = isKept(event.data.keep).catch(() => false);
  event.waitUntil(kept.then((is) => event.ports[0]?.postMessage(is ? "kept" : "lost")));
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  const isPart = /^\/(?:assets|check-in)\/|^\/(?:icon|favicon|apple-touch)/.test(pathname);
  if (!PAGE.test(pathname) && !isPart) return;
  const kept = caches.match(pathname, { cacheName: CACHE });
  event.respondWith(kept.then((page) => page ?? fetch(event.request)));
});
