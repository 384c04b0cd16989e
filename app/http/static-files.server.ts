import { existsSync, readdirSync } from "node:fs";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { extname, join, relative, sep } from "node:path";
import sirv from "sirv";

/** The built client files. */
export interface StaticFiles {
  has(path: string): boolean;
  /** Writes the file of a path that `has` knows. */
  send(req: IncomingMessage, res: ServerResponse): void;
}

const YEAR = "public, max-age=31536000, immutable";
const HOUR = "public, max-age=3600";

/** Text types whose character set must be said. */
const TEXT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * Serves the built client files, by their ready-made .br and .gz forms where there are any. The list of
 * files is read once, so no request ever leads to another file. Names under /assets/ carry a hash of their
 * content and are kept for a year, others for an hour.
 */
export function staticFiles(clientDir: string): StaticFiles {
  const paths = new Set(listFiles(clientDir));
  if (paths.size === 0) return { has: () => false, send: () => {} };
  const serve = sirv(clientDir, { etag: true, brotli: true, gzip: true, extensions: [] });
  return {
    has: (path) => paths.has(path),
    send(req, res) {
      const path = (req.url ?? "").split("?")[0] ?? "";
      // A part of a small file is never worth asking for, and a nonsensical range would make the reader throw.
      delete req.headers.range;
      res.setHeader("Cache-Control", path.startsWith("/assets/") ? YEAR : HOUR);
      const type = TEXT_TYPES[extname(path)];
      if (type) res.setHeader("Content-Type", type);
      serve(req, saying304(req, res));
    },
  };
}

/** A 304 must repeat the tag that the visitor named. */
function saying304(req: IncomingMessage, res: ServerResponse): ServerResponse {
  const writeHead = res.writeHead;
  res.writeHead = ((status: number, headers?: OutgoingHttpHeaders) => {
    if (status === 304) res.setHeader("ETag", req.headers["if-none-match"] ?? "");
    return writeHead.call(res, status, headers);
  }) as ServerResponse["writeHead"];
  return res;
}

/** Paths of all files but the ready-compressed ones and those hidden by a dot. */
function listFiles(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(dir, join(entry.parentPath, entry.name)).split(sep).join("/")}`)
    .filter((path) => !/\/\.(?!well-known\/)|\.(?:br|gz)$/.test(path));
}
