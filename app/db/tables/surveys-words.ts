import { sql } from "drizzle-orm";
import { boolean, check, code, index, integer, json, primaryKey, table, text, uniqueIndex } from "../columns";
import { accounts } from "./people";
import { themes } from "./places";
import { surveys } from "./surveys";
import { surveyResponses } from "./surveys-responses";

/**
 * That a response has words of its own for a question; the words stay in the response. Ids are random numbers
 * of their own, and nothing says when: lists go by id, so nobody sees in which order people wrote.
 */
export const surveyTexts = table(
  "survey_texts",
  {
    id: integer("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    responseId: integer("response_id")
      .notNull()
      .references(() => surveyResponses.id, { onDelete: "cascade" }),
    /** The key of a question, or `key-other` for the words beside "Other, please say". */
    box: text("box").notNull(),
    /** What somebody should look at before others read it; codes in platform/flags.ts. */
    flags: json<string[]>("flags").notNull(),
    /** Whether someone may be in danger: no word of it, words that nobody has looked at, looked at, passed to the role. */
    danger: code("danger", ["none", "waiting", "looked_at", "passed_on"]).notNull(),
    /** Somebody has said what it is about. */
    isRead: boolean("is_read").notNull(),
    /** A second person reads it too. */
    inSample: boolean("in_sample").notNull(),
    /** The words were kept long enough and are gone; what they were found to be about stays. */
    isForgotten: boolean("is_forgotten").notNull().default(false),
  },
  (t) => [
    uniqueIndex("survey_texts_response_uq").on(t.responseId, t.box),
    index("survey_texts_read_ix").on(t.surveyId, t.box, t.isRead, t.id),
    index("survey_texts_danger_ix").on(t.surveyId, t.danger),
    index("survey_texts_sample_ix").on(t.surveyId, t.box, t.inSample, t.id),
  ],
);

/** What one person found a text to be about: the first who read it, the second, or who settled it between them. */
export const surveyReadings = table(
  "survey_readings",
  {
    id: integer("id").primaryKey(),
    textId: integer("text_id")
      .notNull()
      .references(() => surveyTexts.id, { onDelete: "cascade" }),
    part: code("part", ["first", "second", "settled"]).notNull(),
    reader: text("reader")
      .notNull()
      .references(() => accounts.id),
    /** The one that counts: what was settled, else the first. */
    stands: boolean("stands").notNull(),
  },
  (t) => [uniqueIndex("survey_readings_part_uq").on(t.textId, t.part)],
);

/** The themes of a reading: several, or none of them. */
export const surveyReadingThemes = table(
  "survey_reading_themes",
  {
    readingId: integer("reading_id")
      .notNull()
      .references(() => surveyReadings.id, { onDelete: "cascade" }),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
  },
  (t) => [
    primaryKey({ columns: [t.readingId, t.themeId] }),
    index("survey_reading_themes_theme_ix").on(t.themeId),
  ],
);

/**
 * Words of a response that are to be printed, or are: cut, never changed, and only where the person allowed it.
 * The id is random, and a day is known only of what is published. Withdrawn ones keep no words.
 */
export const surveyQuotes = table(
  "survey_quotes",
  {
    id: text("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    textId: integer("text_id")
      .notNull()
      .references(() => surveyTexts.id, { onDelete: "cascade" }),
    words: text("words").notNull(),
    state: code("state", ["proposed", "published", "withdrawn"]).notNull(),
    proposedBy: text("proposed_by")
      .notNull()
      .references(() => accounts.id),
    /** Who found that nobody can be told from it: others than who proposed it or read it first. */
    checkedBy: json<string[]>("checked_by").notNull(),
    publishedDay: text("published_day"),
  },
  (t) => [
    uniqueIndex("survey_quotes_text_uq").on(t.textId),
    index("survey_quotes_survey_ix").on(t.surveyId, t.state),
    check("survey_quotes_published_ck", sql`(${t.state} = 'published') = (${t.publishedDay} is not null)`),
    check("survey_quotes_words_ck", sql`(${t.state} = 'withdrawn') = (${t.words} = '')`),
  ],
);
