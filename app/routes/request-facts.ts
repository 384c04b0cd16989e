import { createContext, useContext } from "react";
import type { Borough } from "~/features/places/read.server";
import { inLocale, type Locale } from "~/platform/locales";

/** What every page may need to know of the request that it answers. Nothing hydrates, so this lives on the server. */
export type RequestFacts = {
  locale: Locale;
  /** The address without its language, such as `/events`. */
  path: string;
  /** The query as it was asked, with its question mark; "" when there was none. */
  query: string;
  /** True in demo mode. */
  demo: boolean;
  /** True when this language has not been checked by a person. */
  machineDraft: boolean;
  /** A fresh form token; asking for one keeps the page out of the page cache. */
  formToken(): string;
  errorStatus: number | undefined;
  /** Set when something failed: the page's own root may not have got as far as asking for it. */
  borough: Borough | null;
};

/** Filled by entry.server.tsx for each request. */
export const RequestFactsContext = createContext<RequestFacts | null>(null);

/** The facts of this request. */
export function useFacts(): RequestFacts {
  const facts = useContext(RequestFactsContext);
  if (!facts) throw new Error("A page was rendered outside a request.");
  return facts;
}

/**
 * The address of this page, where its own form goes. A form without one would keep the part after # that a
 * followed error link leaves, and the browser would skip the next summary of errors.
 */
export function useHere(): string {
  const { locale, path, query } = useFacts();
  return inLocale(locale, path) + query;
}

/** A function that gives an address in the page's own language. */
export function useLink(): (path: string) => string {
  const { locale } = useFacts();
  return (path) => inLocale(locale, path);
}
