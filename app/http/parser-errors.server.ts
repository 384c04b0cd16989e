import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { ErrorPage } from "./error-page.server";
import type { SecurityHeaders } from "./headers.server";

/** What is needed to answer requests that never became requests. */
export interface ParserErrorParts {
  headers: SecurityHeaders;
  errorPage: ErrorPage;
  /** The unfinished response on this connection, if there is one. */
  currentResponse(socket: Duplex): ServerResponse | undefined;
}

/** Answers what Node's parser refuses, CONNECT and unknown expectations with our pages and headers. */
export function answerParserErrors(server: Server, parts: ParserErrorParts): void {
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const current = parts.currentResponse(socket);
    if (error.code === "ECONNRESET" || !socket.writable || current?.headersSent) socket.destroy(error);
    else refuse(socket, statusOf(error.code), parts);
  });
  server.on("connect", (_req: IncomingMessage, socket: Duplex) => refuse(socket, 405, parts));
}

function statusOf(code: string | undefined): number {
  if (code === "HPE_HEADER_OVERFLOW") return 431;
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
}

function refuse(socket: Duplex, status: number, parts: ParserErrorParts): void {
  const body = Buffer.from(parts.errorPage(status, "en"));
  const headers = [
    ...parts.headers.list(),
    ["Cache-Control", "no-store"],
    ["Content-Type", "text/html; charset=utf-8"],
    ["Content-Length", String(body.length)],
    ["Date", new Date().toUTCString()],
    ["Connection", "close"],
    ...(status === 405 ? [["Allow", "GET, HEAD, POST"]] : []),
  ];
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.on("error", () => socket.destroy());
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n`);
  socket.end(body, () => socket.destroy());
}
