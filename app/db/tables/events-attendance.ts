import { sql } from "drizzle-orm";
import { check, code, index, integer, moment, table, text } from "../columns";
import { events, registrations } from "./events";
import { participants } from "./people";
import { neighbourhoods } from "./places";

/**
 * Having come: each check-in, person who came without booking, or count of heads, as a fact of its own.
 * Rows are never changed but for the number of people and being taken back; what they come to is reckoned
 * from them, so the order in which devices send them does not matter.
 */
export const attendances = table(
  "attendances",
  {
    /** Made by the device that noted it, so that sending it twice is the same as once. */
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    /** `identified`: somebody we can name. `headcount`: a number of people and nothing more. */
    kind: code("kind", ["identified", "headcount"]).notNull(),
    /** By a registration; without one; or everyone in the room at a moment, which is added to nothing. */
    came: code("came", ["booked", "walk_in", "in_room"]).notNull(),
    registrationId: text("registration_id").references(() => registrations.id),
    /** Somebody who came without booking and gave a name. */
    participantId: text("participant_id").references(() => participants.id),
    /** Where people who came without booking live, when they said so. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    people: integer("people").notNull(),
    /** What they showed or read out that was no booking of this event. */
    unknownCode: text("unknown_code"),
    /** When it happened: the device's clock, set right by the skew below; never later than it was received. */
    arrivedAt: moment("arrived_at").notNull(),
    receivedAt: moment("received_at").notNull(),
    /** How far the device's clock was behind ours when it sent this; below nought when it was ahead. */
    skewSeconds: integer("skew_seconds").notNull(),
    /** The name that the device gave itself; empty for the page at the door. */
    device: text("device").notNull(),
    /** The account of whoever noted it. */
    recordedBy: text("recorded_by"),
    undoneAt: moment("undone_at"),
    undoneBy: text("undone_by"),
  },
  (t) => [
    index("attendances_event_ix").on(t.eventId, t.came, t.arrivedAt),
    index("attendances_newest_ix").on(t.eventId, t.receivedAt, t.arrivedAt, t.id),
    index("attendances_registration_ix").on(t.registrationId),
    index("attendances_participant_ix").on(t.participantId),
    check("attendances_people_ck", sql`${t.people} >= 1`),
  ],
);

/**
 * Each time that staff said the list of an event is complete, and, where it was opened again, by whom and
 * why. While the newest is not reopened, those who had a place and were not checked in did not come.
 */
export const listClosings = table(
  "list_closings",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    closedAt: moment("closed_at").notNull(),
    closedBy: text("closed_by"),
    reopenedAt: moment("reopened_at"),
    reopenedBy: text("reopened_by"),
    reason: text("reason"),
  },
  (t) => [index("list_closings_event_ix").on(t.eventId, t.reopenedAt)],
);
