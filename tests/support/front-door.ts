import { type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";
import { type FrontDoor, openFrontDoor } from "~/http/front-door.server";
import type { FrontDoorOptions } from "~/http/front-door-options";

export const SECRET = "a-secret-that-is-long-enough-for-tests";
export const LOCALES = ["en", "pt", "es", "so", "pl", "ar"];

/** What a test door wrote to its log. */
export interface LogLine {
  level: string;
  message: string;
  [field: string]: unknown;
}

/** An answer as a client sees it. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

/** A front door on a free port with a handler of the test's own. */
export interface TestDoor {
  door: FrontDoor;
  port: number;
  log: LogLine[];
  /** Raises the commit counter. */
  commit(): void;
  ask(path: string, init?: AskInit): Promise<Answer>;
  /** Sends bytes as they are and returns everything that comes back until the connection ends. */
  raw(bytes: string | Buffer, endAfterMs?: number): Promise<string>;
}

export interface AskInit {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

/** Opens a test door; close it with `door.close()`. */
export async function openTestDoor(options: Partial<FrontDoorOptions> = {}): Promise<TestDoor> {
  const log: LogLine[] = [];
  let commits = 0;
  const at = (level: string) => (fields: object, message: string) =>
    void log.push({ level, message, ...fields });
  const door = await openFrontDoor({
    host: "127.0.0.1",
    port: 0,
    origin: "http://larkmere.example.org",
    originIsExplicit: true,
    secret: SECRET,
    trustProxy: 0,
    locales: LOCALES,
    clientDir: "/nonexistent",
    database: { commits: () => commits, ready: async () => ({ ok: true, reasons: [] }) },
    handle: (_req, res) => void res.setHeader("Content-Type", "text/html; charset=utf-8").end("<p>hello"),
    log: { info: at("info"), warn: at("warn"), error: at("error") } as unknown as FrontDoorOptions["log"],
    phone: "020 7946 0123",
    ...options,
  });
  const { port } = door.address;
  return {
    door,
    port,
    log,
    commit: () => void commits++,
    ask: (path, init) => ask(port, path, init),
    raw: (bytes, endAfterMs) => raw(port, bytes, endAfterMs),
  };
}

function ask(port: number, path: string, init: AskInit = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { ...init.headers };
    if (init.body !== undefined && headers["transfer-encoding"] === undefined) {
      headers["content-length"] ??= String(Buffer.byteLength(init.body));
    }
    const req = request(
      { port, host: "127.0.0.1", path, method: init.method ?? "GET", headers, agent: false },
      (res) => {
        const chunks: Buffer[] = [];
        res.on("data", (chunk: Buffer) => chunks.push(chunk));
        res.on("error", reject);
        res.on("end", () => {
          const body = Buffer.concat(chunks);
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body, text: body.toString() });
        });
      },
    );
    req.on("error", reject);
    req.end(init.body);
  });
}

function raw(port: number, bytes: string | Buffer, endAfterMs = 3000): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1");
    const timer = setTimeout(() => socket.destroy(), endAfterMs);
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(Buffer.concat(chunks).toString("latin1"));
    });
    socket.write(bytes);
  });
}

/** Headers of a form sent by one of our own pages. */
export const FORM = {
  "content-type": "application/x-www-form-urlencoded",
  origin: "http://larkmere.example.org",
};
