import { sql } from "drizzle-orm";
import { check, code, index, integer, moment, primaryKey, table, text } from "../columns";
import { ideas } from "./ideas";
import { participants } from "./people";

/**
 * That somebody supports an idea. Rows stay with the idea that they were given to: a merge moves none, and the count
 * of an idea is the count of different supporters of all that stand in it. Never shown by person.
 */
export const ideaSupports = table(
  "idea_supports",
  {
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    /** HMAC of a browser's token, an address that was confirmed, or a phone number: none can be read back. */
    supporter: text("supporter").notNull(),
    /** Where there is an address to write to; only to tell them what became of it. */
    participantId: text("participant_id").references(() => participants.id, { onDelete: "set null" }),
    /** 1, or how many of their points they gave to it. */
    points: integer("points").notNull(),
    /** Support in quarantine is kept, and counts nowhere until it is let out. */
    standing: code("standing", ["counted", "quarantined"]).notNull(),
    /** HMAC of the network address and the day, to find a hundred that came from one place; no address is kept. */
    source: text("source"),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ideaId, t.supporter] }),
    index("idea_supports_source_ix").on(t.source, t.at),
    index("idea_supports_supporter_ix").on(t.supporter),
    index("idea_supports_participant_ix").on(t.participantId),
    index("idea_supports_standing_ix").on(t.standing, t.at),
    check("idea_supports_points_ck", sql`${t.points} >= 1`),
  ],
);
