import {
  boolean,
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
import { figureEditions } from "./figures";
import { ideaBoards, ideas } from "./ideas";
import { accounts } from "./people";

/** A short sentence that people agree or disagree with, on a board that looks for agreement. */
export const ideaStatements = table(
  "idea_statements",
  {
    id: text("id").primaryKey(),
    boardId: text("board_id")
      .notNull()
      .references(() => ideaBoards.id),
    /** The idea that it says in short, if any. */
    ideaId: text("idea_id").references(() => ideas.id),
    text: text("text").notNull(),
    /** `waiting`: somebody else than who wrote it reads it first. */
    state: code("state", ["waiting", "shown", "withdrawn"]).notNull(),
    position: integer("position").notNull(),
    addedBy: text("added_by").references(() => accounts.id),
    checkedBy: text("checked_by").references(() => accounts.id),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("idea_statements_board_ix").on(t.boardId, t.state, t.position),
    index("idea_statements_idea_ix").on(t.ideaId),
  ],
);

/** What somebody said to a statement. Never shown by person: pages show groups of 8 or more, through the gate. */
export const ideaMarks = table(
  "idea_marks",
  {
    statementId: text("statement_id")
      .notNull()
      .references(() => ideaStatements.id),
    /** HMAC of a browser's token and the board: it can't be read back, and is another one on another board. */
    marker: text("marker").notNull(),
    mark: code("mark", ["agree", "disagree", "pass"]).notNull(),
    /** Marks in quarantine are kept, and count nowhere until they are let out. */
    standing: code("standing", ["counted", "quarantined"]).notNull(),
    /** HMAC of the network address and the day. */
    source: text("source"),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.statementId, t.marker] }),
    index("idea_marks_marker_ix").on(t.marker),
    index("idea_marks_source_ix").on(t.source, t.at),
    index("idea_marks_standing_ix").on(t.standing, t.at),
  ],
);

/** A group in a picture: its code in the published tables, and where it lies, from -100 to 100 in whole tens. */
export type PlacedGroup = { code: string; x: number; y: number };

/** What a board's agreement page shows, until the next round: groups in their places, and the tables about them. */
export const ideaAgreements = table(
  "idea_agreements",
  {
    id: text("id").primaryKey(),
    boardId: text("board_id")
      .notNull()
      .references(() => ideaBoards.id),
    /** The published tables; null while there are too few people for any. */
    editionId: text("edition_id").references(() => figureEditions.id),
    seed: integer("seed").notNull(),
    groups: json<PlacedGroup[]>("groups").notNull(),
    /** Groups of fewer than 8 were counted with the nearest. */
    joined: boolean("joined").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [uniqueIndex("idea_agreements_board_uq").on(t.boardId)],
);
