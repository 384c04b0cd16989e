import { code, index, integer, json, moment, table, text } from "../columns";
import { events } from "./events";

/** Who took a list of an event's people out of the site, with which columns and why. */
export const eventExports = table(
  "event_exports",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    at: moment("at").notNull(),
    /** Account that took it. */
    byId: text("by_id"),
    format: code("format", ["csv", "xlsx"]).notNull(),
    /** Codes of the columns, in order. */
    columns: json<string[]>("columns").notNull(),
    /** Bookings in it. */
    bookings: integer("bookings").notNull(),
    /** Why sensitive columns were needed; null when there were none. */
    reason: text("reason"),
  },
  (t) => [index("event_exports_event_ix").on(t.eventId, t.id)],
);
