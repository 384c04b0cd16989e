import { index, integer, moment, table, text } from "../columns";
import { events } from "./events";

/** Why the personal details of an event must not be deleted yet, from a day until somebody lifts it. */
export const retentionHolds = table(
  "retention_holds",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    reason: text("reason").notNull(),
    placedBy: text("placed_by"),
    placedAt: moment("placed_at").notNull(),
    liftedBy: text("lifted_by"),
    liftedAt: moment("lifted_at"),
  },
  (t) => [index("retention_holds_event_ix").on(t.eventId, t.liftedAt)],
);

/** What was deleted, when and at whose word: numbers, never names. A run that found nothing leaves no row. */
export const retentionRuns = table(
  "retention_runs",
  {
    id: text("id").primaryKey(),
    at: moment("at").notNull(),
    /** Account that asked for it; null when the clock did. */
    startedBy: text("started_by"),
    /** Bookings whose needs went, people whose names and contacts went, messages whose words went. */
    bookings: integer("bookings").notNull(),
    people: integer("people").notNull(),
    messages: integer("messages").notNull(),
    /** Invitations whose names and addresses went. */
    invitations: integer("invitations").notNull().default(0),
    /** Events whose details stayed because somebody holds them. */
    held: integer("held").notNull(),
  },
  (t) => [index("retention_runs_at_ix").on(t.at)],
);
