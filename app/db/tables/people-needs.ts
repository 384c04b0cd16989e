import { code, index, moment, table, text } from "../columns";
import { participants } from "./people";

/** Asking someone, once a year, whether what we remember of their needs still holds. */
export const needReviews = table(
  "need_reviews",
  {
    id: text("id").primaryKey(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    askedAt: moment("asked_at").notNull(),
    /** Without an answer by then, what we remember is marked as not confirmed. */
    dueAt: moment("due_at").notNull(),
    state: code("state", ["asked", "confirmed", "changed", "forgotten", "unconfirmed"]).notNull(),
    closedAt: moment("closed_at"),
    /** Account that wrote the answer down; null when the person or the clock did. */
    closedBy: text("closed_by"),
  },
  (t) => [
    index("need_reviews_participant_ix").on(t.participantId, t.id),
    index("need_reviews_state_ix").on(t.state, t.dueAt),
  ],
);
