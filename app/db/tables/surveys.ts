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
import { accounts } from "./people";
import { neighbourhoods } from "./places";
import type { Change, Questionnaire } from "./surveys-documents";

/** A set of questions that is open between two moments. What is asked stands in its versions. */
export const surveys = table(
  "surveys",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** One or two sentences for lists. */
    summary: text("summary").notNull(),
    /** Why it is asked, and what the answers are for. */
    purpose: text("purpose").notNull(),
    /** Who may answer, and what they need to know before. */
    intro: text("intro").notNull(),
    minutes: integer("minutes").notNull(),
    whoSees: text("who_sees").notNull(),
    whatNext: text("what_next").notNull(),
    /** `anonymous`: nothing leads to a person. `linked`: answers stand beside a name. Stays once it is published. */
    anonymity: code("anonymity", ["anonymous", "linked"]).notNull(),
    activityId: text("activity_id").references(() => activities.id),
    /** The survey that asked the same before: the results of both are compared, question by question. */
    previousId: text("previous_id").references((): AnySQLiteColumn => surveys.id),
    /** Null: for the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    state: code("state", ["draft", "published"]).notNull(),
    opensAt: moment("opens_at").notNull(),
    closesAt: moment("closes_at").notNull(),
    /** So many responses at most; null, as many as come. */
    most: integer("most"),
    /** What staff are writing; what people answer is in survey_versions. */
    draft: json<Questionnaire>("draft").notNull(),
    /** The version that new people start on; null before the first. */
    liveVersion: integer("live_version"),
    /** Responses by every channel, those that wait to be stored included. */
    received: integer("received").notNull(),
    createdAt: moment("created_at").notNull(),
    publishedAt: moment("published_at"),
    /** What the results say, in plain words of staff; null before they are published. */
    findings: text("findings"),
    /** When results were first published. */
    resultsAt: moment("results_at"),
  },
  (t) => [
    uniqueIndex("surveys_slug_uq").on(t.slug),
    index("surveys_state_ix").on(t.state, t.closesAt),
    index("surveys_neighbourhood_ix").on(t.neighbourhoodId, t.closesAt),
    index("surveys_activity_ix").on(t.activityId),
    index("surveys_previous_ix").on(t.previousId),
    check("surveys_times_ck", sql`${t.closesAt} > ${t.opensAt}`),
    check("surveys_minutes_ck", sql`${t.minutes} between 1 and 120`),
    check("surveys_most_ck", sql`${t.most} is null or ${t.most} > 0`),
    check("surveys_live_ck", sql`(${t.state} = 'draft') = (${t.liveVersion} is null)`),
  ],
);

/** A questionnaire as it was published. Rows are only added: a trigger refuses any change. */
export const surveyVersions = table(
  "survey_versions",
  {
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    version: integer("version").notNull(),
    questionnaire: json<Questionnaire>("questionnaire").notNull(),
    /** SHA-256 of the questionnaire. */
    hash: text("hash").notNull(),
    changeClass: code("change_class", ["first", "wording", "addition", "meaning"]).notNull(),
    changes: json<Change[]>("changes").notNull(),
    /** Why, in a sentence; of the first version, nothing. */
    reason: text("reason").notNull(),
    publishedBy: text("published_by").references(() => accounts.id),
    publishedAt: moment("published_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.version] })],
);

/** Every change of a published closing time: asked for, agreed or refused. A shorter time needs two people. */
export const surveyClosings = table(
  "survey_closings",
  {
    id: text("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    before: moment("before").notNull(),
    after: moment("after").notNull(),
    reason: text("reason").notNull(),
    askedBy: text("asked_by").references(() => accounts.id),
    askedAt: moment("asked_at").notNull(),
    /** Null while a second person has to decide. */
    agreed: boolean("agreed"),
    decidedBy: text("decided_by").references(() => accounts.id),
    decidedAt: moment("decided_at"),
  },
  (t) => [
    index("survey_closings_survey_ix").on(t.surveyId, t.askedAt),
    check("survey_closings_decided_ck", sql`(${t.agreed} is null) = (${t.decidedAt} is null)`),
  ],
);
