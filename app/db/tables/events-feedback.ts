import { sql } from "drizzle-orm";
import { boolean, check, code, index, integer, json, primaryKey, table, text, uniqueIndex } from "../columns";
import { events } from "./events";
import { themes } from "./places";

/**
 * How an event was for someone. Nothing leads from here to a person: random ids, a day and no time. That
 * somebody has answered stands with their registration, without order.
 */
export const feedbackForms = table(
  "feedback_forms",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    /** False: they did not come, and say what would have helped. */
    came: boolean("came").notNull(),
    /** 1 to 5; null when not answered. */
    rating: integer("rating"),
    hadSay: integer("had_say"),
    feltHeard: code("felt_heard", ["yes", "partly", "no"]),
    accessOk: code("access_ok", ["yes", "partly", "no"]),
    wouldReturn: code("would_return", ["yes", "not_sure", "no"]),
    good: text("good"),
    better: text("better"),
    mayPrint: boolean("may_print").notNull(),
    flags: json<string[]>("flags").notNull(),
    channel: code("channel", ["link", "web", "paper", "phone"]).notNull(),
    givenDay: text("given_day").notNull(),
    submission: text("submission"),
  },
  (t) => [
    uniqueIndex("feedback_forms_submission_uq").on(t.submission),
    index("feedback_forms_event_ix").on(t.eventId, t.id),
    index("feedback_forms_day_ix").on(t.givenDay),
    check("feedback_forms_rating_ck", sql`${t.rating} is null or ${t.rating} between 1 and 5`),
    check("feedback_forms_say_ck", sql`${t.hadSay} is null or ${t.hadSay} between 1 and 5`),
  ],
);

/** What somebody's words on a form are about: the same themes as of notes. */
export const feedbackThemes = table(
  "feedback_themes",
  {
    formId: text("form_id")
      .notNull()
      .references(() => feedbackForms.id, { onDelete: "cascade" }),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
  },
  (t) => [primaryKey({ columns: [t.formId, t.themeId] }), index("feedback_themes_theme_ix").on(t.themeId)],
);
