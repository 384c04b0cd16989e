import { sql } from "drizzle-orm";
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
import { accounts } from "./people";
import { surveys } from "./surveys";
import type { KeptAnswer } from "./surveys-documents";

/** Sheets of paper that came after the survey had closed: how many were let in, and why. */
export type LateSheets = { reason: string; sheets: number };

/** Sheets that were printed together, all of one version and in one language. */
export const surveyBatches = table(
  "survey_batches",
  {
    id: text("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    /** Counts the batches of a survey: 3 is written B3. */
    number: integer("number").notNull(),
    version: integer("version").notNull(),
    sheets: integer("sheets").notNull(),
    locale: text("locale").notNull(),
    large: boolean("large").notNull(),
    /** Where they are laid out, for staff. */
    place: text("place").notNull(),
    /** So many of a hundred sheets are typed a second time, and never fewer than `least`. */
    share: integer("share").notNull(),
    least: integer("least").notNull(),
    late: json<LateSheets[]>("late").notNull(),
    /** True once somebody said that no more sheets come back. */
    complete: boolean("complete").notNull(),
    orderedBy: text("ordered_by").references(() => accounts.id),
    orderedAt: moment("ordered_at").notNull(),
  },
  (t) => [
    uniqueIndex("survey_batches_number_uq").on(t.surveyId, t.number),
    check("survey_batches_sheets_ck", sql`${t.sheets} between 1 and 400`),
    check("survey_batches_share_ck", sql`${t.share} between 0 and 100 and ${t.least} >= 0`),
  ],
);

/**
 * A printed sheet. What stands on it is a response with its code; no moment and no day are kept here, since both
 * would lead to whoever gave it back then.
 */
export const surveySheets = table(
  "survey_sheets",
  {
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    code: text("code").notNull(),
    batchId: text("batch_id")
      .notNull()
      .references(() => surveyBatches.id),
    /** `differs`: typed twice, and somebody has to decide. `checked`: typed twice, and settled. */
    state: code("state", ["printed", "typed", "differs", "checked"]).notNull(),
    typedBy: text("typed_by").references(() => accounts.id),
    secondBy: text("second_by").references(() => accounts.id),
    /** What the second typing says, until the differences are decided. */
    second: json<Record<string, KeptAnswer>>("second"),
    /** Questions that were compared, and those that were typed alike. */
    compared: integer("compared").notNull(),
    alike: integer("alike").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.surveyId, t.code] }),
    index("survey_sheets_batch_ix").on(t.batchId, t.state),
    check("survey_sheets_alike_ck", sql`${t.alike} <= ${t.compared}`),
  ],
);

/** Who took a survey's responses out of the site as a file, and why. */
export const surveyExports = table(
  "survey_exports",
  {
    id: text("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    at: moment("at").notNull(),
    byId: text("by_id").references(() => accounts.id),
    format: code("format", ["csv", "xlsx"]).notNull(),
    /** With what people wrote in their own words. */
    words: boolean("words").notNull(),
    /** With the names beside linked answers. */
    names: boolean("names").notNull(),
    responses: integer("responses").notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [index("survey_exports_survey_ix").on(t.surveyId, t.id)],
);
