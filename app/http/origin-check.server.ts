import type { IncomingHttpHeaders } from "node:http";

/** Where a form came from, as far as the browser says: our pages, somewhere else, or it does not say. */
export type FormOrigin = "ours" | "foreign" | "unsaid";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

/**
 * The origins that are ours. One, as configured; when it was not configured and the server listens on
 * loopback, every loopback name at the port it really listens on.
 */
export function ownOrigins(
  origin: string,
  isExplicit: boolean,
  host: string,
  port: number,
): ReadonlySet<string> {
  if (isExplicit || !LOOPBACK.has(host)) return new Set([origin]);
  return new Set([origin, ...["localhost", "127.0.0.1", "[::1]"].map((name) => `http://${name}:${port}`)]);
}

/**
 * Judges a form by Sec-Fetch-Site, which no page can forge, else by the exact Origin. Never by Host or
 * X-Forwarded-Host, which the visitor writes. `null` is foreign.
 */
export function formOrigin(headers: IncomingHttpHeaders, ours: ReadonlySet<string>): FormOrigin {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" ? "ours" : "foreign";
  if (headers.origin !== undefined) return ours.has(headers.origin) ? "ours" : "foreign";
  return "unsaid";
}

/** The value of one cookie in a Cookie header, or empty. */
export function cookieValue(header: string | undefined, name: string): string {
  const start = `${name}=`;
  const pair = header?.split(";").find((part) => part.trim().startsWith(start));
  return pair?.trim().slice(start.length) ?? "";
}
