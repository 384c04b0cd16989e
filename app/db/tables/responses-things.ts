import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  json,
  moment,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns";
import { participants } from "./people";
import { neighbourhoods } from "./places";

/**
 * What was said and waits for an official answer, or has one: an idea, a theme, a note, a survey question, feedback.
 * The rooms in which it was said put it here; (kind, id) is their own.
 */
export const answerableThings = table(
  "answerable_things",
  {
    kind: text("kind").notNull(),
    id: text("id").notNull(),
    /** What was said, in a few words that anyone may read. */
    said: text("said").notNull(),
    /** The London day on which it was said, and the twentieth working day after it. */
    saidOn: text("said_on").notNull(),
    dueOn: text("due_on").notNull(),
    /** Null: about the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** Ids of places' themes. */
    themeIds: json<string[]>("theme_ids").notNull(),
    /** Taken from every public page where it was said; its answers go with it. */
    hidden: boolean("hidden").notNull(),
    /** The thing that it was merged into: who asked to hear about this one hears of that one's answers. */
    joinedKind: text("joined_kind"),
    joinedId: text("joined_id"),
    /** The answer that stands now; null while it waits. */
    responseId: text("response_id"),
    /** The London day of the first answer, and how many working days it took. */
    answeredOn: text("answered_on"),
    answeredDays: integer("answered_days"),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.id] }),
    index("answerable_things_waiting_ix").on(t.answeredOn, t.saidOn, t.id),
    index("answerable_things_joined_ix").on(t.joinedKind, t.joinedId),
    uniqueIndex("answerable_things_response_uq").on(t.responseId),
    check("answerable_things_joined_ck", sql`(${t.joinedKind} is null) = (${t.joinedId} is null)`),
    check("answerable_things_answered_ck", sql`(${t.answeredOn} is null) = (${t.responseId} is null)`),
  ],
);

/** People who asked to hear what comes of something that was said. */
export const thingFollowers = table(
  "thing_followers",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    thingId: text("thing_id").notNull(),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id, { onDelete: "cascade" }),
    at: moment("at").notNull(),
  },
  (t) => [
    uniqueIndex("thing_followers_thing_uq").on(t.kind, t.thingId, t.participantId),
    index("thing_followers_participant_ix").on(t.participantId),
  ],
);
