import { sql } from "drizzle-orm";
import { boolean, check, code, index, integer, json, moment, primaryKey, table, text } from "../columns";
import { accounts, participants } from "./people";
import { surveys } from "./surveys";
import type { KeptAnswer } from "./surveys-documents";

/** By which way an answer came. */
const CHANNELS = ["online", "paper", "assisted", "phone"] as const;

/**
 * What one person answered to one version, whole. Ids are random numbers: on SQLite they are also where a row
 * lies, so that nothing keeps the order in which responses came. Anonymous ones have a month and no moment.
 */
export const surveyResponses = table(
  "survey_responses",
  {
    id: integer("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    version: integer("version").notNull(),
    channel: code("channel", CHANNELS).notNull(),
    /** YYYY-MM, the London month in which it came. */
    month: text("month").notNull(),
    /** By question: every question of the version, in one of four states. */
    answers: json<Record<string, KeptAnswer>>("answers").notNull(),
    /** Who typed it in, where somebody did; for assisted answers, who helped. */
    enteredBy: text("entered_by").references(() => accounts.id),
    /** Of paper: the code on the sheet, and the pile that it came in. */
    sheet: text("sheet"),
    batch: text("batch"),
    /** Of linked surveys alone: who answered, and when. */
    participantId: text("participant_id").references(() => participants.id),
    sentAt: moment("sent_at"),
  },
  (t) => [
    index("survey_responses_survey_ix").on(t.surveyId, t.id),
    index("survey_responses_participant_ix").on(t.participantId),
    index("survey_responses_sheet_ix").on(t.surveyId, t.sheet),
    check("survey_responses_linked_ck", sql`(${t.participantId} is null) = (${t.sentAt} is null)`),
    check("survey_responses_sheet_ck", sql`${t.sheet} is null or ${t.channel} = 'paper'`),
  ],
);

/**
 * Anonymous responses that wait until ten or more can be stored together: one sealed list a survey, shuffled
 * each time, so that neither a copy of the database nor two show who came when.
 */
export const surveyPools = table("survey_pools", {
  surveyId: text("survey_id")
    .primaryKey()
    .references(() => surveys.id),
  sealed: text("sealed").notNull(),
});

/**
 * How often each answer was given, kept in step with survey_responses. `answer` is an option's key, a number,
 * or one of ~answered, ~skipped, ~prefer_not, ~not_shown; `part` is a grid's row or a rank's option (then
 * `answer` is its place), or ~why (then `answer` says why a skipped one on paper could not be read). `byQuestion` and `byAnswer` are "" but for breakdowns that the version declares.
 */
export const surveyTallies = table(
  "survey_tallies",
  {
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    version: integer("version").notNull(),
    channel: code("channel", CHANNELS).notNull(),
    byQuestion: text("by_question").notNull(),
    byAnswer: text("by_answer").notNull(),
    question: text("question").notNull(),
    part: text("part").notNull(),
    answer: text("answer").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.surveyId, t.version, t.byQuestion, t.byAnswer, t.question, t.part, t.answer, t.channel],
    }),
    check("survey_tallies_count_ck", sql`${t.count} >= 0`),
  ],
);

/** How many responses came on a London day by each channel: the only thing that is kept about when. */
export const surveyDays = table(
  "survey_days",
  {
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    day: text("day").notNull(),
    channel: code("channel", CHANNELS).notNull(),
    count: integer("count").notNull(),
    /** True when the day's total stands in the record of who did what. */
    noted: boolean("noted").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.surveyId, t.day, t.channel] }),
    index("survey_days_noted_ix").on(t.noted, t.day),
  ],
);

/**
 * Answers on the way. The id is an HMAC of the return code and the rest is sealed under it: without the code
 * nobody reads them. Gone when they are sent, or after their last day.
 */
export const surveyDrafts = table(
  "survey_drafts",
  {
    id: text("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    sealed: text("sealed").notNull(),
    lastDay: text("last_day").notNull(),
  },
  (t) => [index("survey_drafts_day_ix").on(t.lastDay)],
);

/** HMACs of forms that were sent, kept for a day, so that sending twice is sending once. */
export const surveySubmissions = table(
  "survey_submissions",
  {
    key: text("key").primaryKey(),
    day: text("day").notNull(),
  },
  (t) => [index("survey_submissions_day_ix").on(t.day)],
);
