import { and, desc, eq, inArray, like, type SQL, sql } from "drizzle-orm";
import type { Db } from "./client.server";
import { isPostgres } from "./columns";
import { searchEntries } from "./tables/platform";

/** Something that can be found by words. */
export type SearchEntry = {
  kind: string;
  subjectId: string;
  title: string;
  summary: string;
  path: string;
  /** All further text that words may be found in. */
  text: string;
  at: Date;
};

/** One result, best first. */
export type Found = { kind: string; subjectId: string; title: string; summary: string; path: string };

const MOST_WORDS = 8;
const LONGEST_TEXT = 20_000;

/**
 * Text as it is compared on both engines: no case, no accents, letters and digits only, English
 * plurals cut to the singular so that "events" finds "event".
 */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => (word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word))
    .join(" ");
}

/** Adds or replaces one entry; call it in the write that changes the subject. */
export async function putSearchEntry(tx: Db, entry: SearchEntry): Promise<void> {
  const row = {
    kind: entry.kind,
    subjectId: entry.subjectId,
    title: entry.title,
    summary: entry.summary,
    path: entry.path,
    heading: fold(entry.title),
    words: fold(`${entry.summary} ${entry.text}`).slice(0, LONGEST_TEXT),
    at: entry.at,
  };
  const { kind: _kind, subjectId: _subject, ...changes } = row;
  await tx
    .insert(searchEntries)
    .values(row)
    .onConflictDoUpdate({ target: [searchEntries.kind, searchEntries.subjectId], set: changes });
}

/** Takes one entry away; what is hidden is found no more. */
export async function dropSearchEntry(tx: Db, kind: string, subjectId: string): Promise<void> {
  await tx
    .delete(searchEntries)
    .where(and(eq(searchEntries.kind, kind), eq(searchEntries.subjectId, subjectId)));
}

/** Takes every entry of these kinds away, before a rebuild. */
export async function dropSearchKinds(tx: Db, kinds: string[]): Promise<void> {
  await tx.delete(searchEntries).where(inArray(searchEntries.kind, kinds));
}

/**
 * Entries in which every word (or its beginning) occurs, or with `any` some of them; titles weigh most. `under`: only
 * those whose address begins so. Empty for a query without words.
 */
export async function findByWords(
  db: Db,
  query: string,
  options: { kind?: string; limit?: number; any?: boolean; under?: string } = {},
): Promise<Found[]> {
  const words = fold(query).split(" ").filter(Boolean).slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  const ofKind = and(
    options.kind ? eq(searchEntries.kind, options.kind) : undefined,
    options.under ? like(searchEntries.path, `${options.under}%`) : undefined,
  );
  const columns = {
    kind: searchEntries.kind,
    subjectId: searchEntries.subjectId,
    title: searchEntries.title,
    summary: searchEntries.summary,
    path: searchEntries.path,
  };
  const limit = options.limit ?? 50;
  if (isPostgres) {
    const asked = sql`to_tsquery('simple', ${words.map((word) => `${word}:*`).join(options.any ? " | " : " & ")})`;
    return db
      .select(columns)
      .from(searchEntries)
      .where(and(sql`${searchEntries}.found_by @@ ${asked}`, ofKind))
      .orderBy(
        sql`ts_rank(${searchEntries}.found_by, ${asked}) desc`,
        desc(searchEntries.at),
        searchEntries.key,
      )
      .limit(limit);
  }
  const index: SQL = sql`search_words`;
  return db
    .select(columns)
    .from(searchEntries)
    .innerJoin(index, sql`search_words.rowid = ${searchEntries.key}`)
    .where(
      and(
        sql`search_words match ${words.map((word) => `"${word}"*`).join(options.any ? " OR " : " ")}`,
        ofKind,
      ),
    )
    .orderBy(sql`bm25(search_words, 10.0, 1.0)`, desc(searchEntries.at), searchEntries.key)
    .limit(limit);
}
