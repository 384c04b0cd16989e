import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Transform } from "node:stream";

/** Responses larger than this are sent as they come and never kept, in bytes. */
export const LARGEST_HELD = 1_048_576;

/** What to do with a response once it is known whole, or once it proves too large to hold. */
export interface CaptureHandlers {
  /** Gets the whole body, once. Status and headers are on the response, unsent; release it, then answer. */
  whole(body: Buffer): void;
  /** Sets the last headers before a large body is sent; may return a stream to put it through. */
  large(): Transform | undefined;
}

/** A response held back until it is whole. */
export interface Captured {
  /** True once some of it has been sent. */
  isSent(): boolean;
  /** Lets later writes through again; what was held is forgotten, status and headers stay. */
  release(): void;
}

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];
type Done = (error?: Error | null) => void;

/**
 * Holds a response back: what a handler writes to `res` is gathered, and handed over whole, so that it can
 * be compressed, kept, or replaced when the handler fails half-way.
 */
export function captureResponse(res: ServerResponse, handlers: CaptureHandlers): Captured {
  const real = { write: res.write, end: res.end, writeHead: res.writeHead };
  let held: Buffer[] = [];
  let size = 0;
  let sink: { write(chunk: Buffer, done?: Done): boolean; end(done?: Done): void } | undefined;

  function startSending() {
    const through = handlers.large();
    const direct = {
      write: (chunk: Buffer, done?: Done) => real.write.call(res, chunk, "utf8", done),
      end: (done?: Done) => void real.end.call(res, undefined, "utf8", done),
    };
    res.writeHead = real.writeHead;
    sink = through ? piped(through, res, direct) : direct;
    for (const chunk of held) sink.write(chunk);
    held = [];
  }

  res.writeHead = ((status: number, reason?: string | Headers, headers?: Headers) => {
    res.statusCode = status;
    if (typeof reason === "string") res.statusMessage = reason;
    applyHeaders(res, typeof reason === "string" ? headers : reason);
    return res;
  }) as ServerResponse["writeHead"];

  res.write = ((chunk: unknown, encoding?: unknown, done?: unknown) => {
    const bytes = toBuffer(chunk, encoding);
    const callback = callbackOf(encoding, done);
    if (sink) return sink.write(bytes, callback);
    held.push(bytes);
    size += bytes.length;
    if (size > LARGEST_HELD) startSending();
    if (callback) process.nextTick(callback);
    return true;
  }) as ServerResponse["write"];

  res.end = ((chunk?: unknown, encoding?: unknown, done?: unknown) => {
    const callback = callbackOf(chunk, encoding, done);
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function") {
      res.write(toBuffer(chunk, encoding));
    }
    if (sink) sink.end(callback);
    else {
      if (callback) res.once("finish", callback);
      handlers.whole(Buffer.concat(held));
    }
    return res;
  }) as ServerResponse["end"];

  return {
    isSent: () => sink !== undefined,
    release() {
      held = [];
      Object.assign(res, real);
    },
  };
}

function piped(
  through: Transform,
  res: ServerResponse,
  direct: { write(chunk: Buffer): boolean; end(): void },
): { write(chunk: Buffer, done?: Done): boolean; end(done?: Done): void } {
  through.on("data", (chunk: Buffer) => {
    if (direct.write(chunk)) return;
    through.pause();
    res.once("drain", () => through.resume());
  });
  through.once("end", () => direct.end());
  through.once("error", (error) => res.destroy(error));
  through.on("drain", () => res.emit("drain"));
  res.once("close", () => through.destroy());
  return {
    write: (chunk, done) => through.write(chunk, done),
    end: (done) => {
      if (done) res.once("finish", done);
      through.end();
    },
  };
}

function applyHeaders(res: ServerResponse, headers: Headers | undefined): void {
  if (Array.isArray(headers)) {
    for (let i = 0; i + 1 < headers.length; i += 2) res.setHeader(String(headers[i]), headers[i + 1] ?? "");
    return;
  }
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) res.setHeader(name, value);
  }
}

function toBuffer(chunk: unknown, encoding: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return Buffer.from(String(chunk), typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
}

function callbackOf(...candidates: unknown[]): Done | undefined {
  return candidates.find((candidate): candidate is Done => typeof candidate === "function");
}
