import { code, index, moment, table, text, uniqueIndex } from "../columns";
import { events, registrations } from "./events";

/** The work behind one need of one party with a place: who arranges it, until when, and what came of it. Goes 14 days after the event. */
export const needTasks = table(
  "need_tasks",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    registrationId: text("registration_id")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    /** Code of the need, as in registration_needs. */
    need: text("need").notNull(),
    /** `withdrawn`: they gave up the place, or do not ask for it any more. */
    state: code("state", ["open", "arranged", "met", "partly", "not_met", "withdrawn"]).notNull(),
    /** Account that sees to it; null while nobody does. */
    ownerId: text("owner_id"),
    dueAt: moment("due_at").notNull(),
    /** What was arranged, in words that the person is told. */
    arranged: text("arranged"),
    /** Why it was met in part or not at all, in words that the person is told. */
    reason: text("reason"),
    createdAt: moment("created_at").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    uniqueIndex("need_tasks_need_uq").on(t.registrationId, t.need),
    index("need_tasks_event_ix").on(t.eventId, t.state),
    index("need_tasks_work_ix").on(t.state, t.dueAt, t.id),
    index("need_tasks_owner_ix").on(t.ownerId, t.state),
  ],
);

/** What happened to a need, step by step. Rows are only added; they go with the need. */
export const needNotes = table(
  "need_notes",
  {
    id: text("id").primaryKey(),
    taskId: text("task_id")
      .notNull()
      .references(() => needTasks.id, { onDelete: "cascade" }),
    at: moment("at").notNull(),
    what: code("what", [
      "asked",
      "owned",
      "let_go",
      "shared",
      "arranged",
      "reopened",
      "met",
      "partly",
      "not_met",
      "withdrawn",
      "moved",
    ]).notNull(),
    /** Account that did it; null when the person or the house did. */
    byId: text("by_id"),
    /** Account that it was given to, for `owned`. */
    toId: text("to_id"),
    /** Who it was shared with, what was arranged, or why it was not met. */
    words: text("words"),
  },
  (t) => [index("need_notes_task_ix").on(t.taskId, t.id)],
);
