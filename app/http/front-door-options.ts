import type { ErrorPage } from "./error-page.server";
import type { Readiness } from "./health.server";
import type { Handle } from "./mount-remix.server";
import type { DoorLog } from "./request-log.server";

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
