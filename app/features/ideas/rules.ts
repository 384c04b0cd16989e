import { directionOf, isLocale, type Locale } from "~/platform/locales";

/** How people say that they support an idea. */
export const SUPPORTS = ["one", "points", "none"] as const;
/** Where an idea came from. */
export const ORIGINS = ["resident", "staff", "event_note"] as const;
/** One of them. */
export type Origin = (typeof ORIGINS)[number];

/** In which order a board's ideas are listed; the first goes without saying (docs/ideas.md). */
export const SORTS = ["turn", "new", "support", "comments"] as const;
/** One of them. */
export type Sort = (typeof SORTS)[number];

/** The longest title and text of an idea, and what a browser may send as the id of a form. */
export const MOST = { title: 120, text: 3000, name: 80, email: 254, submissionId: 100 } as const;

/** So many ideas to a page. */
export const PAGE = 20;

/** Ideas of the last days, today included, stand before the others where each has its turn. */
export const FRESH_DAYS = 3;

/** An idea whose author never opened the link is forgotten after so many days. */
export const UNCONFIRMED_DAYS = 14;

/** Where a board stands. */
export type Standing = "draft" | "not_yet" | "open" | "closed";

type Timed = { state: "draft" | "published"; opensAt: Date; closesAt: Date };

/** Where a board stands at a moment: ideas and support come in while it is open. */
export function standingOf(board: Timed, now: Date): Standing {
  if (board.state === "draft") return "draft";
  if (now < board.opensAt) return "not_yet";
  return now < board.closesAt ? "open" : "closed";
}

/** What a new board says of how people are with each other; staff may change it. */
export const HOUSE_RULES = [
  "Be kind. Say what you think of the idea, not of the person.",
  "Write about places and services, not about people. Do not name staff, patients or neighbours.",
  "Leave out phone numbers, addresses and anything about somebody’s health that could point to them.",
  "One idea at a time, so that others can support it.",
  "We take out what breaks these rules, say why, and tell the author if we can. You can ask us to look again.",
].join("\n");

/** Addresses under /ideas that are no board's. */
export const RESERVED_BOARDS: readonly string[] = ["confirm", "support", "add"];

/** The attributes of words that somebody wrote in one language, on a page in another; none where they are the same. */
export function asWritten(written: string, page: Locale): { lang?: string; dir?: "ltr" | "rtl" } {
  if (written === page) return {};
  return { lang: written, dir: isLocale(written) ? directionOf(written) : "ltr" };
}

/** The address of a board's list; what goes without saying is left out. */
export function listAddress(
  board: string,
  choice: { sort?: string; neighbourhood?: string; theme?: string; q?: string; after?: string },
): string {
  const usual: Record<string, string> = { sort: SORTS[0] };
  const said = Object.entries(choice).filter(([name, value]) => value && value !== usual[name]);
  return said.length > 0 ? `/ideas/${board}?${new URLSearchParams(said)}` : `/ideas/${board}`;
}
