/** What a public page's loader says about keeping its answer in memory. */
export interface PageKeeping {
  /** True when the page is the same for everyone without a cookie. */
  keep: boolean;
  /** The moment from which the kept page would be wrong, for example when booking closes. */
  until?: Date;
  /** Names of the query parameters the page knows; with any other one it is not kept. */
  params: readonly string[];
}

/** What the front door tells Remix about one request; loaders and actions get it as `context`. */
export type LoadContext = {
  /** Language of the page, from the address's first part; `en` when there is none. */
  locale: string;
  page: PageKeeping;
  /** The visitor's address for rate limits: IPv4 whole, IPv6 cut to its /64. Never logged. */
  clientAddress: string;
  /** Telephone number of the programme, for pages that cannot ask the database. */
  phone: string;
  /** Random id that joins this request's log lines. */
  requestId: string;
  /** True once a form of this request was refused: the page comes back with what was typed. */
  hasRefused?: boolean;
  /** The status that an error of this request means, when it is not 500. */
  errorStatus?: number;
};

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
}

/** A fresh context whose page is not kept until a loader says so. */
export function newLoadContext(facts: Omit<LoadContext, "page">): LoadContext {
  return { ...facts, page: { keep: false, params: [] } };
}
