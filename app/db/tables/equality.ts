import { sql } from "drizzle-orm";
import { check, code, index, integer, json, primaryKey, table, text } from "../columns";
import { neighbourhoods } from "./places";

/** What people were answering when they were asked about themselves. */
const COLLECTIONS = ["survey", "event"] as const;

/**
 * What one person said about themselves, and nothing that leads to them: no moment, no order, no token, no
 * channel. Ids are random numbers, which on SQLite are also where a row lies. Rows come in shuffled batches.
 * They are never listed or exported; a check sees to it that nothing reads them.
 */
export const equalityAnswers = table(
  "equality_answers",
  {
    id: integer("id").primaryKey(),
    collectionKind: code("collection_kind", COLLECTIONS).notNull(),
    collectionId: text("collection_id").notNull(),
    /** Null: not stated. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** YYYY-MM, the London month in which it came. */
    month: text("month").notNull(),
    /** The version of the code list that each answer is from. */
    lists: json<Record<string, string>>("lists").notNull(),
    /** By question: a code of its list, `prefer_not` or `none`. What was not asked is not there. */
    answers: json<Record<string, string>>("answers").notNull(),
  },
  (t) => [index("equality_answers_collection_ix").on(t.collectionKind, t.collectionId)],
);

/**
 * How often each answer was given, kept in step with equality_answers: the only thing that figures are counted
 * from. `place` is a neighbourhood's id or "" for not stated; `~sent` counts everybody who sent the questions.
 */
export const equalityTallies = table(
  "equality_tallies",
  {
    collectionKind: code("collection_kind", COLLECTIONS).notNull(),
    collectionId: text("collection_id").notNull(),
    place: text("place").notNull(),
    question: text("question").notNull(),
    answer: text("answer").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionKind, t.collectionId, t.place, t.question, t.answer] }),
    check("equality_tallies_count_ck", sql`${t.count} > 0`),
  ],
);

/** Answers of one collection and month that wait until ten or more can be stored together, sealed. */
export const equalityPools = table(
  "equality_pools",
  {
    collectionKind: code("collection_kind", COLLECTIONS).notNull(),
    collectionId: text("collection_id").notNull(),
    month: text("month").notNull(),
    sealed: text("sealed").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.collectionKind, t.collectionId, t.month] }),
    index("equality_pools_month_ix").on(t.month),
  ],
);

/** Answers on the way. The id is an HMAC of a code that only the browser has, and the rest is sealed under it. */
export const equalityDrafts = table(
  "equality_drafts",
  {
    id: text("id").primaryKey(),
    sealed: text("sealed").notNull(),
    lastDay: text("last_day").notNull(),
  },
  (t) => [index("equality_drafts_day_ix").on(t.lastDay)],
);

/** HMACs of forms that were sent, kept for a day, so that sending twice is sending once. */
export const equalitySubmissions = table(
  "equality_submissions",
  {
    key: text("key").primaryKey(),
    day: text("day").notNull(),
  },
  (t) => [index("equality_submissions_day_ix").on(t.day)],
);

/** Which questions this borough asks beside those that are always asked: one row. */
export const equalitySettings = table("equality_settings", {
  boroughId: text("borough_id").primaryKey(),
  extras: json<string[]>("extras").notNull(),
});
