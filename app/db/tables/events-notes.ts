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
import { events } from "./events";
import { eventSessions } from "./events-sessions";
import { themes } from "./places";

/** What happens after one event: until when it takes notes and feedback, and whether people were asked. */
export const eventAfter = table("event_after", {
  eventId: text("event_id")
    .primaryKey()
    .references(() => events.id),
  /** Null: as long as the house says (features/events/after.ts). */
  openUntil: moment("open_until"),
  /** When everyone who had a place was asked for feedback; null until then. */
  askedAt: moment("asked_at"),
});

/** Where notes were carried to: what will be done, by which role and by when; what was; or what can't be, and why. */
export const nextSteps = table(
  "next_steps",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    kind: code("kind", ["will", "done", "cannot"]).notNull(),
    text: text("text").notNull(),
    /** A role, never a name; null only for what can't be. */
    ownerRole: text("owner_role"),
    /** The day it is promised for, as first said. */
    dueDay: text("due_day"),
    /** What came of it, once it is done. */
    outcome: text("outcome"),
    doneDay: text("done_day"),
    /** Why not; only for what can't be. */
    reason: text("reason"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("next_steps_event_ix").on(t.eventId, t.createdAt)],
);

/** An answer to one of the three questions, from a table, a stall or one person. */
export const eventNotes = table(
  "event_notes",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    /** The table, stall or session that it comes from, as the sheet says; "" when it does not. */
    place: text("place").notNull(),
    /** The same as a record, where it is one of the event's: its name may change, and the sheet's words stay. */
    sessionId: text("session_id").references(() => eventSessions.id),
    question: code("question", ["worked_well", "challenge", "priority"]).notNull(),
    /** As it was written; empty once it has been forgotten. */
    text: text("text").notNull(),
    /** The wording that may be printed, when it is not the one above. */
    publicText: text("public_text"),
    /** People who agree, with whoever wrote it. */
    agreeing: integer("agreeing").notNull(),
    channel: code("channel", ["sheet", "web"]).notNull(),
    /** They said that their words may be printed without a name. */
    mayPrint: boolean("may_print").notNull(),
    state: code("state", ["waiting", "clear", "set_aside"]).notNull(),
    /** What somebody should look at before it is let through; codes in platform/flags.ts. */
    flags: json<string[]>("flags").notNull(),
    setAside: code("set_aside_for", ["abuse", "spam", "safeguarding", "names_someone"]),
    nextStepId: text("next_step_id").references(() => nextSteps.id),
    /** HMAC of event, submission id and content: the same form sent twice is one. */
    submission: text("submission"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("event_notes_submission_uq").on(t.submission),
    index("event_notes_event_ix").on(t.eventId, t.state, t.id),
    index("event_notes_session_ix").on(t.sessionId),
    index("event_notes_step_ix").on(t.nextStepId),
    index("event_notes_created_ix").on(t.createdAt),
    check("event_notes_agreeing_ck", sql`${t.agreeing} >= 1`),
  ],
);

/** What a note is about; one note may have several themes, so shares add up to more than all. */
export const noteThemes = table(
  "note_themes",
  {
    noteId: text("note_id")
      .notNull()
      .references(() => eventNotes.id, { onDelete: "cascade" }),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.themeId] }), index("note_themes_theme_ix").on(t.themeId)],
);
