import { sql } from "drizzle-orm";
import { check, code, index, integer, primaryKey, table, text } from "../columns";
import { events, registrations } from "./events";
import { organisations } from "./places";

/** A talk, table, workshop or stall at an event, perhaps with places of its own. */
export const eventSessions = table(
  "event_sessions",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    kind: code("kind", ["stall", "table", "talk", "workshop"]).notNull(),
    title: text("title").notNull(),
    summary: text("summary"),
    hostId: text("host_id").references(() => organisations.id),
    /** Who runs it, in words, when it is none of the organisations. */
    hostName: text("host_name"),
    room: text("room"),
    tableNumber: integer("table_number"),
    /** What somebody should know who wants to get to it, hear it or sit down at it. */
    accessNotes: text("access_notes"),
    /** Clock times HH:mm on the event's day; null: as long as the event lasts. */
    startsClock: text("starts_clock"),
    endsClock: text("ends_clock"),
    /** Places to save; null: people just come. */
    capacity: integer("capacity"),
    state: code("state", ["on", "cancelled"]).notNull(),
    /** Order on the page. */
    position: integer("position").notNull(),
    confirmedPlaces: integer("confirmed_places").notNull(),
    /** Parties that wait, and the next number in the queue. */
    waitingCount: integer("waiting_count").notNull(),
    nextInQueue: integer("next_in_queue").notNull(),
  },
  (t) => [
    index("event_sessions_event_ix").on(t.eventId, t.position),
    check("event_sessions_counts_ck", sql`${t.confirmedPlaces} >= 0 and ${t.waitingCount} >= 0`),
  ],
);

/** A party's place at a session or stall. Only a party with a place at the event has one for certain. */
export const sessionPlaces = table(
  "session_places",
  {
    registrationId: text("registration_id")
      .notNull()
      .references(() => registrations.id, { onDelete: "cascade" }),
    sessionId: text("session_id")
      .notNull()
      .references(() => eventSessions.id),
    state: code("state", ["confirmed", "waiting"]).notNull(),
    places: integer("places").notNull(),
    queueNumber: integer("queue_number").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.registrationId, t.sessionId] }),
    index("session_places_queue_ix").on(t.sessionId, t.state, t.queueNumber),
  ],
);
