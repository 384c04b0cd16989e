import type { Captured } from "./captured-response.server";
import type { Exchange, ExchangeParts } from "./exchange.server";
import type { Readiness } from "./health.server";
import type { LoadContext } from "./load-context";
import type { Handle } from "./mount-remix.server";
import type { PageCache } from "./page-cache.server";
import type { SingleFlight } from "./single-flight.server";
import type { StaticFiles } from "./static-files.server";

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
  failed(exchange: Exchange, error: unknown, captured: Captured): void;
}
