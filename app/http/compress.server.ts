import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";

/** How a body is encoded on its way. */
export type Encoding = "br" | "gzip" | "identity";

/** Below this many bytes compressing gains nothing. */
export const SMALLEST_TO_COMPRESS = 1024;

const TEXT =
  /^(?:text\/(?!event-stream)|application\/(?:json|javascript|xml|manifest\+json|[a-z.-]+\+(?:json|xml))|image\/svg\+xml)/i;

/** True for media types that shrink: text, JSON, XML, SVG. */
export function isCompressible(type: string): boolean {
  return TEXT.test(type);
}

const chosen = new Map<string, Encoding>();
const MOST_REMEMBERED = 200;

/** The best encoding that an Accept-Encoding header allows; answers are remembered, browsers send few. */
export function chooseEncoding(accept: string): Encoding {
  const known = chosen.get(accept);
  if (known) return known;
  const encoding = bestOf(accept);
  if (chosen.size < MOST_REMEMBERED && accept.length < 200) chosen.set(accept, encoding);
  return encoding;
}

function bestOf(accept: string): Encoding {
  const wanted = new Map(
    accept
      .toLowerCase()
      .split(",")
      .map((part) => {
        const [name = "", ...settings] = part.split(";").map((piece) => piece.trim());
        const quality = settings.find((setting) => setting.startsWith("q="));
        return [name, quality === undefined ? 1 : Number(quality.slice(2))] as const;
      }),
  );
  const allows = (name: string) => (wanted.get(name) ?? wanted.get("*") ?? 0) > 0;
  if (allows("br")) return "br";
  return allows("gzip") ? "gzip" : "identity";
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** Compresses a whole body off the main thread; `quality` is Brotli's, 0 to 11. */
export async function compressWhole(body: Buffer, encoding: Encoding, quality: number): Promise<Buffer> {
  if (encoding === "br") return brotliAsync(body, { params: brotliParams(quality, body.length) });
  return encoding === "gzip" ? gzipAsync(body, { level: 6 }) : body;
}

/** A stream that compresses what is too large to hold whole. */
export function compressStream(encoding: "br" | "gzip") {
  return encoding === "br" ? createBrotliCompress({ params: brotliParams(4, 0) }) : createGzip({ level: 6 });
}

function brotliParams(quality: number, size: number) {
  return {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  };
}
