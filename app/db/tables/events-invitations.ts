import { code, index, integer, moment, table, text } from "../columns";
import { events, registrations } from "./events";

/** One person asked to an event that only invited people can find. Their link is made from id and version. */
export const invitations = table(
  "invitations",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    /** Emptied with the address when the event's other names and contacts go. */
    name: text("name").notNull(),
    /** Sent by e-mail, or printed and handed over. */
    channel: code("channel", ["email", "print"]).notNull(),
    email: text("email"),
    /** The language that they are written to in. */
    locale: text("locale").notNull().default("en"),
    /** The most people they may bring, themselves included. */
    most: integer("most").notNull(),
    /** Raised to make the link stop working. */
    tokenVersion: integer("token_version").notNull(),
    state: code("state", ["open", "used", "withdrawn"]).notNull(),
    /** What became of it, once used. */
    registrationId: text("registration_id").references(() => registrations.id),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("invitations_event_ix").on(t.eventId, t.createdAt)],
);
