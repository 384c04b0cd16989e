import { dayOf } from "~/platform/london";

/** What people were answering when they were asked about themselves. */
export const COLLECTION_KINDS = ["survey", "event"] as const;

/** What answers about oneself belong to: a survey or an event, by its id. */
export type Collection = { readonly kind: (typeof COLLECTION_KINDS)[number]; readonly id: string };

/** A collection as the rooms that hold it tell it: its address, its title, and how many people answered or booked. */
export type CollectionTold = Collection & {
  readonly slug: string;
  readonly title: string;
  readonly responses: number;
};

/** The key that a write which keeps answers has to lock. */
export const equalityLock = ({ kind, id }: Collection) => `equality:${kind}:${id}`;

/** So many are stored together at least, shuffled. */
export const BATCH = 10;
/** Collections in which fewer people sent the questions are published together. */
export const LEAST_ALONE = 30;
/** So long answers on the way wait; a browser forgets them sooner. */
export const DRAFT_DAYS = 1;
/** So long a browser carries the code of its answers on the way. */
export const COOKIE_HOURS = 12;

/** The cookie in which a browser carries that code. */
export const cookieOf = (kind: string, slug: string) => `about-you-${kind}-${slug}`;

/** The code that a cookie holds, or null for anything else. */
export const readCode = (cookie: string): string | null => (/^[\w-]{22}$/.test(cookie) ? cookie : null);

/** The financial year of a moment, from April to March: `2025-26`. */
export function yearOf(moment: Date): string {
  const [year = 0, month = 0] = dayOf(moment).split("-").map(Number);
  const first = month >= 4 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** The first day of a financial year and of the one after it; null for what is no such year. */
export function daysOf(year: string): { from: string; to: string } | null {
  const [, first, last] = /^(20\d\d)-(\d\d)$/.exec(year) ?? [];
  const next = Number(first) + 1;
  if (!first || Number(last) !== next % 100) return null;
  return { from: `${first}-04-01`, to: `${next}-04-01` };
}

/** A financial year in words: "April 2025 to March 2026". */
export function yearWords(year: string): string {
  const first = Number(year.slice(0, 4));
  return `April ${first} to March ${first + 1}`;
}
