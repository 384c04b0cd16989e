import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import {
  boolean,
  check,
  code,
  index,
  integer,
  json,
  moment,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns";
import { activities } from "./engagement";
import { accounts, participants } from "./people";
import { neighbourhoods, themes } from "./places";

/** One question to which anybody may post ideas, between two moments. */
export const ideaBoards = table(
  "idea_boards",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** What people are asked, as a question. */
    question: text("question").notNull(),
    /** Who decides what comes of the ideas. */
    decides: text("decides").notNull(),
    canChange: text("can_change").notNull(),
    cannotChange: text("cannot_change").notNull(),
    /** In plain words, a line a rule. */
    houseRules: text("house_rules").notNull(),
    state: code("state", ["draft", "published"]).notNull(),
    opensAt: moment("opens_at").notNull(),
    closesAt: moment("closes_at").notNull(),
    /** `one`: each person supports an idea or doesn't. `points`: each has so many to give out on this board. */
    support: code("support", ["none", "one", "points"]).notNull(),
    /** How many points each person has; null unless support is by points. */
    points: integer("points"),
    /** Whether a person reads an idea before it is shown, or afterwards. */
    moderation: code("moderation", ["before", "after"]).notNull(),
    /** Posting and supporting count once a link in an e-mail was opened. Stays once it is published. */
    asksLink: boolean("asks_link").notNull().default(false),
    /** People mark short statements too, to find what all agree on. */
    findsAgreement: boolean("finds_agreement").notNull().default(false),
    /** Null: for the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    activityId: text("activity_id").references(() => activities.id),
    createdAt: moment("created_at").notNull(),
    publishedAt: moment("published_at"),
  },
  (t) => [
    uniqueIndex("idea_boards_slug_uq").on(t.slug),
    index("idea_boards_state_ix").on(t.state, t.closesAt),
    index("idea_boards_activity_ix").on(t.activityId),
    check("idea_boards_times_ck", sql`${t.closesAt} > ${t.opensAt}`),
    check("idea_boards_points_ck", sql`(${t.support} = 'points') = (${t.points} is not null)`),
  ],
);

/** Something that somebody would like to see, under a board's question. */
export const ideas = table(
  "ideas",
  {
    id: text("id").primaryKey(),
    boardId: text("board_id")
      .notNull()
      .references(() => ideaBoards.id),
    /** Its own on its board, for ever. */
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    /** The language it is written in, as a code. */
    locale: text("locale").notNull(),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /**
     * `unconfirmed`: its author has not opened the link yet. `held`: a person reads it first. `merged`: it stands in
     * the one it went into. Which the public sees, `shownIdeas` says (features/ideas/read.server.ts).
     */
    state: code("state", ["unconfirmed", "held", "live", "merged", "removed"]).notNull(),
    origin: code("origin", ["resident", "staff", "event_note"]).notNull(),
    /** Its author, where they left an address; never shown. */
    participantId: text("participant_id").references(() => participants.id, { onDelete: "set null" }),
    /** Whoever of the staff put it in. */
    addedBy: text("added_by").references(() => accounts.id),
    /** The name that is shown beside it, as they gave it; null, none. */
    shownName: text("shown_name"),
    /** What a person should look at before it is let through; codes of platform/flags.ts. */
    flags: json<string[]>("flags").notNull(),
    createdAt: moment("created_at").notNull(),
    /** When it first was shown; null before. */
    publishedAt: moment("published_at"),
    /** Support that counts, of the ideas that went into it too: each person once, or the points of all. */
    supportCount: integer("support_count").notNull().default(0),
    /** Comments that are shown. */
    commentCount: integer("comment_count").notNull().default(0),
    /** Nobody comments for now. */
    commentsPaused: boolean("comments_paused").notNull().default(false),
    mergedIntoId: text("merged_into_id").references((): AnySQLiteColumn => ideas.id),
    /** The idea that its support counts for: itself, or the one at the end of the merges. */
    standsInId: text("stands_in_id").notNull(),
    /** Its place in the ring that lists go round (docs/ideas.md); drawn once. */
    lot: integer("lot").notNull(),
    /** HMAC of board, submission id and content: the same form sent twice is one. */
    submission: text("submission"),
  },
  (t) => [
    uniqueIndex("ideas_slug_uq").on(t.boardId, t.slug),
    uniqueIndex("ideas_submission_uq").on(t.submission),
    index("ideas_lot_ix").on(t.boardId, t.state, t.lot, t.id),
    index("ideas_published_ix").on(t.boardId, t.state, t.publishedAt, t.id),
    index("ideas_support_ix").on(t.boardId, t.state, t.supportCount, t.id),
    index("ideas_comments_ix").on(t.boardId, t.state, t.commentCount, t.id),
    index("ideas_near_ix").on(t.boardId, t.state, t.neighbourhoodId),
    index("ideas_state_ix").on(t.state, t.createdAt),
    index("ideas_neighbourhood_ix").on(t.neighbourhoodId, t.state, t.publishedAt),
    index("ideas_stands_in_ix").on(t.standsInId),
    index("ideas_merged_into_ix").on(t.mergedIntoId),
    index("ideas_participant_ix").on(t.participantId),
    check("ideas_merged_ck", sql`(${t.state} = 'merged') = (${t.mergedIntoId} is not null)`),
  ],
);

/** What an idea is about; one idea may have several themes. */
export const ideaThemes = table(
  "idea_themes",
  {
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id, { onDelete: "cascade" }),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.themeId] }), index("idea_themes_theme_ix").on(t.themeId)],
);

/** One idea that went into another, and whether it was taken out again. Rows are only added, and ended once. */
export const ideaMerges = table(
  "idea_merges",
  {
    id: text("id").primaryKey(),
    mergedId: text("merged_id")
      .notNull()
      .references(() => ideas.id),
    intoId: text("into_id")
      .notNull()
      .references(() => ideas.id),
    /** Why, in a sentence that authors read. */
    reason: text("reason").notNull(),
    mergedBy: text("merged_by").references(() => accounts.id),
    mergedAt: moment("merged_at").notNull(),
    undoneAt: moment("undone_at"),
  },
  (t) => [index("idea_merges_merged_ix").on(t.mergedId), index("idea_merges_into_ix").on(t.intoId)],
);

/** An idea that was made out of a part of another: whoever had the first keeps the credit for both. */
export const ideaSplits = table(
  "idea_splits",
  {
    ideaId: text("idea_id")
      .primaryKey()
      .references(() => ideas.id),
    fromId: text("from_id")
      .notNull()
      .references(() => ideas.id),
    /** The words of the first as they were before. */
    titleBefore: text("title_before").notNull(),
    textBefore: text("text_before").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("idea_splits_from_ix").on(t.fromId)],
);
