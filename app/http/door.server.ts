import type { Captured } from "./captured-response.server";
import { clientAddress } from "./client-address.server";
import { findStylesheet, plainErrorPage } from "./error-page.server";
import type { Exchange, ExchangeParts } from "./exchange.server";
import type { FrontDoorOptions } from "./front-door-options";
import { securityHeaders } from "./headers.server";
import { type Readiness, readinessProbe } from "./health.server";
import type { LoadContext } from "./load-context";
import { isTooMuch } from "./load-shedding.server";
import type { Handle } from "./mount-remix.server";
import { PageCache } from "./page-cache.server";
import { type DoorLog, loggedError } from "./request-log.server";
import { SingleFlight } from "./single-flight.server";
import { type StaticFiles, staticFiles } from "./static-files.server";

/** The parts of an open front door that the steps of answering a request work with. */
export interface Door extends ExchangeParts {
  /** The public origin, for example `https://example.org`. */
  origin: string;
  /** Every origin that counts as ours; known once the server listens. */
  origins(): ReadonlySet<string>;
  secret: string;
  /** Name of the session cookie that form tokens are bound to, if there is one. */
  sessionCookie: string | undefined;
  locales: readonly string[];
  securityContacts: readonly string[];
  files: StaticFiles;
  pages: PageCache;
  flights: SingleFlight;
  handle: Handle;
  now(): Date;
  readiness(): Promise<Readiness>;
  isTooBusy(isAnonymousPage: boolean): boolean;
  contextFacts(exchange: Exchange): Omit<LoadContext, "page">;
  /** Logs an error and answers 500, or cuts the connection when part of an answer has been sent. */
  failed(exchange: Exchange, error: unknown, captured?: Captured): void;
}

/** What changes while the door is open. */
export interface DoorState {
  inFlight: number;
  lastRequestAt: number;
  isStopping: boolean;
  /** Set for the moments of a stop in which nobody is answered. */
  hold: Promise<void> | undefined;
  origins: ReadonlySet<string>;
}

/** Puts the parts together. `lateSeconds` as `watchLateness` tells it. */
export function makeDoor(options: FrontDoorOptions, state: DoorState, lateSeconds: () => number): Door {
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
      phone,
      clientAddress: clientAddress(
        req.socket.remoteAddress,
        req.headers["x-forwarded-for"],
        options.trustProxy,
      ),
    }),
    failed: (exchange, error, captured) => answerFailure(exchange, error, captured, options.log),
  };
}

function answerFailure(
  exchange: Exchange,
  error: unknown,
  captured: Captured | undefined,
  log: DoorLog,
): void {
  const { res, id } = exchange;
  if (exchange.isGone) return;
  log.error({ id, ...loggedError(error) }, "request failed");
  const isSent = captured?.isSent() || res.headersSent;
  captured?.release();
  if (isSent) res.destroy();
  else exchange.refuse(500);
}
