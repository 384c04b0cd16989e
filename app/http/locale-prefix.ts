/** Where an address leads once its language is read: a page of ours, or a tidier address. */
export type Prefixed = { kind: "page"; locale: string; path: string } | { kind: "moved"; to: string };

/**
 * Takes the language off a path: `/pt/events` is `/events` in `pt`. The first of `locales` is the one
 * without a prefix. A trailing slash, doubled slashes and the default language's prefix are `moved`.
 * An unknown prefix is left alone.
 */
export function splitLocale(path: string, locales: readonly string[]): Prefixed {
  const tidy = path.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, "");
  const [, first = "", rest = ""] = /^\/([^/]*)(.*)$/.exec(tidy) ?? [];
  const [unprefixed = "en"] = locales;
  if (first === unprefixed) return { kind: "moved", to: rest || "/" };
  if (tidy !== path) return { kind: "moved", to: tidy };
  if (locales.includes(first)) return { kind: "page", locale: first, path: rest || "/" };
  return { kind: "page", locale: unprefixed, path };
}
