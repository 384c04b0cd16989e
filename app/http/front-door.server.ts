import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { answerRequest } from "./answer-request.server";
import type { Captured } from "./captured-response.server";
import { clientAddress } from "./client-address.server";
import type { Door } from "./door.server";
import { type ErrorPage, findStylesheet, plainErrorPage } from "./error-page.server";
import { Exchange } from "./exchange.server";
import { securityHeaders } from "./headers.server";
import { type Readiness, readinessProbe } from "./health.server";
import { isTooMuch, watchLateness } from "./load-shedding.server";
import type { Handle } from "./mount-remix.server";
import { ownOrigins } from "./origin-check.server";
import { PageCache } from "./page-cache.server";
import { answerParserErrors } from "./parser-errors.server";
import { type DoorLog, loggedError, loggedRoute, logHits } from "./request-log.server";
import { stopServer, whenNobodyWaits } from "./shutdown.server";
import { SingleFlight } from "./single-flight.server";
import { staticFiles } from "./static-files.server";

/** Everything the front door needs; plain values, so that it opens without Remix and without a database. */
export interface FrontDoorOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  /** Public origin of the site, without a trailing slash. */
  origin: string;
  /** True when an operator set the origin; then no loopback name stands in for it. */
  originIsExplicit: boolean;
  secret: string;
  /** Name of the session cookie that form tokens are bound to. */
  sessionCookie?: string;
  /** How many proxies of our own stand in front. */
  trustProxy: number;
  /** Languages; the first is the one without a prefix. */
  locales: readonly string[];
  /** Folder of the built client files. */
  clientDir: string;
  database: {
    /** Number of commits so far, in this process or heard of from others. */
    commits(): number;
    ready(): Promise<Readiness>;
  };
  /** Answers what is let in; see mount-remix.server.ts. */
  handle: Handle;
  log: DoorLog;
  /** Telephone number shown on error pages. */
  phone: string;
  /** Contacts for security.txt; the help page when left out. */
  securityContacts?: readonly string[];
  /** Makes the error pages; plain English ones when left out. */
  errorPage?: ErrorPage;
  now?: () => Date;
}

/** An open front door. */
export interface FrontDoor {
  address: AddressInfo;
  /** Stops taking requests, finishes those in hand, and returns when all connections are gone. */
  close(): Promise<void>;
}

/** Opens the site's http server; fails when the port cannot be had. */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const state: DoorState = {
    inFlight: 0,
    lastRequestAt: 0,
    isStopping: false,
    origins: new Set([options.origin]),
  };
  const lateness = watchLateness();
  const door = makeDoor(options, state, lateness.lateSeconds);
  const responses = new WeakMap<Duplex, ServerResponse>();

  function answerNew(req: IncomingMessage, res: ServerResponse) {
    const exchange = new Exchange(req, res, door);
    state.inFlight++;
    state.lastRequestAt = exchange.startedAt;
    responses.set(req.socket, res);
    res.once("close", () => {
      state.inFlight--;
      if (responses.get(req.socket) === res) responses.delete(req.socket);
      logExchange(exchange, options.log);
    });
    answerRequest(exchange, door).catch((error) => door.failed(exchange, error, NOTHING_CAPTURED));
  }

  const server = createServer(
    {
      requireHostHeader: false,
      headersTimeout: 10_000,
      requestTimeout: 15_000,
      connectionsCheckingInterval: 1000,
      // Longer than proxies keep theirs, so that they never send on a connection we are closing.
      keepAliveTimeout: 75_000,
    },
    (req, res) => {
      if (state.isStopping || !door.pages.answer(req, res)) answerNew(req, res);
    },
  );
  server.on("checkContinue", answerNew);
  server.on("checkExpectation", (req: IncomingMessage, res: ServerResponse) => {
    const exchange = new Exchange(req, res, door);
    exchange.refuse(417, [["Connection", "close"]]);
  });
  answerParserErrors(server, { ...door, currentResponse: (socket) => responses.get(socket) });

  const address = await listen(server, options);
  state.origins = ownOrigins(options.origin, options.originIsExplicit, options.host, address.port);
  const stopLoggingHits = logHits(options.log, () => door.pages.hits);

  let closed: Promise<void> | undefined;
  async function close() {
    await whenNobodyWaits();
    // From here to the closing of the port nothing waits: nobody is told to come again who then cannot.
    state.isStopping = true;
    const work = { inFlight: () => state.inFlight, lastRequestAt: () => state.lastRequestAt };
    await stopServer(server, work);
    lateness.stop();
    stopLoggingHits();
  }
  return { address, close: () => (closed ??= close()) };
}

interface DoorState {
  inFlight: number;
  lastRequestAt: number;
  isStopping: boolean;
  origins: ReadonlySet<string>;
}

const NOTHING_CAPTURED: Captured = { isSent: () => false, release: () => {} };

function makeDoor(options: FrontDoorOptions, state: DoorState, lateSeconds: () => number): Door {
  const { origin, database, phone } = options;
  const now = options.now ?? (() => new Date());
  const isStopping = () => state.isStopping;
  return {
    origin,
    origins: () => state.origins,
    secret: options.secret,
    sessionCookie: options.sessionCookie,
    locales: options.locales,
    securityContacts: options.securityContacts ?? [`${origin}/help`],
    headers: securityHeaders(origin),
    errorPage: options.errorPage ?? plainErrorPage({ phone, stylesheet: findStylesheet(options.clientDir) }),
    files: staticFiles(options.clientDir),
    pages: new PageCache({
      commits: database.commits,
      monotonic: () => performance.now(),
      wallClock: options.now ? () => now().getTime() : Date.now,
    }),
    flights: new SingleFlight(),
    handle: options.handle,
    now,
    isStopping,
    readiness: readinessProbe(database.ready, isStopping),
    isTooBusy: (isAnonymousPage) =>
      isTooMuch({ inFlight: state.inFlight, lateSeconds: lateSeconds() }, isAnonymousPage),
    contextFacts: ({ id, locale, req }) => ({
      locale,
      requestId: id,
      clientAddress: clientAddress(
        req.socket.remoteAddress,
        req.headers["x-forwarded-for"],
        options.trustProxy,
      ),
    }),
    failed: (exchange, error, captured) => answerFailure(exchange, error, captured, options.log),
  };
}

function answerFailure(exchange: Exchange, error: unknown, captured: Captured, log: DoorLog): void {
  const { res, id } = exchange;
  if (exchange.isGone) return;
  log.error({ id, ...loggedError(error) }, "request failed");
  const isSent = captured.isSent() || res.headersSent;
  captured.release();
  if (isSent) res.destroy();
  else exchange.refuse(500);
}

function logExchange(exchange: Exchange, log: DoorLog): void {
  const { id, method, res, bytes, startedAt } = exchange;
  const line = {
    id,
    method,
    route: loggedRoute(exchange.path),
    status: res.statusCode,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    bytes,
  };
  log.info(res.writableFinished ? line : { ...line, aborted: true }, "request");
}

function listen(server: Server, { host, port }: { host: string; port: number }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, backlog: 1024 }, () => {
      server.off("error", reject);
      resolve(server.address() as AddressInfo);
    });
  });
}
