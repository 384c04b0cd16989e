import { sql } from "drizzle-orm";
import { check, code, index, integer, json, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { neighbourhoods, organisations, themes } from "./places";

/** A role in an organisation that can own commitments: never a person, so that it stays when somebody leaves. */
export const commitmentOffices = table(
  "commitment_offices",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    role: text("role").notNull(),
    /** The office's own address for reminders; null: staff are asked to remind it. Never public. */
    email: text("email"),
  },
  (t) => [uniqueIndex("commitment_offices_role_uq").on(t.organisationId, t.role)],
);

/**
 * Something that someone in an official role said they would do. A row is never deleted. What stands here is
 * what its acts add up to today; how it came to that is in commitment_acts.
 */
export const commitments = table(
  "commitments",
  {
    id: text("id").primaryKey(),
    /** Counted from 1; its address. */
    number: integer("number").notNull(),
    /** `dated`: by a day; `ambition`: one day; `standing`: from now on. Only dated ones fall due. */
    kind: code("kind", ["dated", "ambition", "standing"]).notNull(),
    /** The words as they were said. */
    said: text("said").notNull(),
    source: code("source", [
      "meeting",
      "response",
      "idea",
      "event",
      "survey",
      "plan",
      "decision",
      "other",
    ]).notNull(),
    /** Where it was said, in words, such as a paragraph of minutes. Null: the links of the thing itself say it. */
    sourceWords: text("source_words"),
    /** Where that can be read; https. */
    sourceLink: text("source_link"),
    officeId: text("office_id").references(() => commitmentOffices.id),
    madeDay: text("made_day").notNull(),
    /** The last day of the time that was named first, and never changed again. */
    firstDueDay: text("first_due_day"),
    firstPrecision: code("first_precision", ["day", "month", "quarter", "year"]),
    /** The same as it is agreed now. */
    dueDay: text("due_day"),
    precision: code("precision", ["day", "month", "quarter", "year"]),
    /** How often another date was agreed after the first. */
    redated: integer("redated").notNull().default(0),
    /** What it is subject to, in words, and how that came out. */
    condition: text("condition"),
    conditionState: code("condition_state", ["open", "met", "not_met"]),
    doneDay: text("done_day"),
    withdrawnDay: text("withdrawn_day"),
    /** Null: for the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** How many acts it has; the last one's position. */
    acts: integer("acts").notNull(),
    createdAt: moment("created_at").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    uniqueIndex("commitments_number_uq").on(t.number),
    index("commitments_due_ix").on(t.dueDay, t.number),
    index("commitments_office_ix").on(t.officeId),
    index("commitments_neighbourhood_ix").on(t.neighbourhoodId, t.number),
    index("commitments_source_ix").on(t.source, t.number),
    check("commitments_due_ck", sql`(${t.dueDay} is null) = (${t.precision} is null)`),
    check("commitments_first_ck", sql`(${t.dueDay} is null) = (${t.firstDueDay} is null)`),
    check("commitments_undated_ck", sql`${t.kind} = 'dated' or ${t.dueDay} is null`),
    check("commitments_end_ck", sql`${t.doneDay} is null or ${t.withdrawnDay} is null`),
  ],
);

/** What a commitment is about. */
export const commitmentThemes = table(
  "commitment_themes",
  {
    commitmentId: text("commitment_id")
      .notNull()
      .references(() => commitments.id),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
  },
  (t) => [
    primaryKey({ columns: [t.commitmentId, t.themeId] }),
    index("commitment_themes_theme_ix").on(t.themeId),
  ],
);

/** Everything that happened to a commitment, in order. Rows are only added. */
export const commitmentActs = table(
  "commitment_acts",
  {
    commitmentId: text("commitment_id")
      .notNull()
      .references(() => commitments.id),
    position: integer("position").notNull(),
    act: code("act", [
      "made",
      "owned",
      "dated",
      "condition",
      "evidence",
      "done",
      "reopened",
      "corrected",
      "withdrawn",
    ]).notNull(),
    /** The London day on which it was so, and when it was written down. */
    day: text("day").notNull(),
    at: moment("at").notNull(),
    /** The reason, what was shown, or the words as they were before; for everyone to read. */
    words: text("words"),
    /** Where to see it; https. */
    link: text("link"),
    /** Of `made` and `dated`: the last day of the time that was agreed. */
    dueDay: text("due_day"),
    precision: code("precision", ["day", "month", "quarter", "year"]),
    /** Of `made` and `owned`: who owns it from then on. */
    officeId: text("office_id").references(() => commitmentOffices.id),
    /** Of `condition`: how it came out. */
    conditionState: code("condition_state", ["open", "met", "not_met"]),
    /** Of `corrected`: what it said before, by field. Null where that names somebody and must not be kept. */
    before: json<Record<string, string | null>>("before"),
  },
  (t) => [primaryKey({ columns: [t.commitmentId, t.position] })],
);

/**
 * That an owner was reminded of a date, once of each: a week before, on the day, and when it was over. A new
 * owner begins anew. Without an address it is a task for staff until somebody says that it is done.
 */
export const commitmentReminders = table(
  "commitment_reminders",
  {
    commitmentId: text("commitment_id")
      .notNull()
      .references(() => commitments.id),
    /** The date as it was agreed then: another date reminds again. */
    dueDay: text("due_day").notNull(),
    moment: code("moment", ["before", "due", "overdue"]).notNull(),
    channel: code("channel", ["email", "staff"]).notNull(),
    at: moment("at").notNull(),
    /** Of a task for staff: when it was done, and who did it. */
    doneAt: moment("done_at"),
    doneBy: text("done_by"),
  },
  (t) => [
    primaryKey({ columns: [t.commitmentId, t.dueDay, t.moment] }),
    index("commitment_reminders_open_ix").on(t.doneAt, t.channel),
  ],
);
