import { sql } from "drizzle-orm";
import { boolean, check, code, index, json, moment, table, text, uniqueIndex } from "../columns";
import { ideaBoards, ideas } from "./ideas";
import { accounts } from "./people";

/**
 * One time that a person had to look at an idea or a comment, and what they decided. A row is never deleted: a second
 * look is a second row. The words themselves stay with the idea or the comment.
 */
export const ideaCases = table(
  "idea_cases",
  {
    id: text("id").primaryKey(),
    subjectKind: code("subject_kind", ["idea", "comment"]).notNull(),
    subjectId: text("subject_id").notNull(),
    boardId: text("board_id")
      .notNull()
      .references(() => ideaBoards.id),
    /** The idea itself, or the one that is commented on. */
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    /** `board`: the board has everything read first. `words`: flags. `staff`: somebody took it off of themselves. */
    cause: code("cause", ["board", "words", "report", "staff"]).notNull(),
    flags: json<string[]>("flags").notNull(),
    /** Somebody may be in danger: a person of the rota has to look, soon. */
    isWorrying: boolean("is_worrying").notNull(),
    openedAt: moment("opened_at").notNull(),
    /** When somebody opened it first. */
    seenAt: moment("seen_at"),
    seenBy: text("seen_by").references(() => accounts.id),
    state: code("state", ["open", "shown", "removed"]).notNull(),
    /** Why it was removed; codes of features/ideas/moderation.ts. */
    reason: text("reason"),
    decidedBy: text("decided_by").references(() => accounts.id),
    decidedAt: moment("decided_at"),
    /** What the author says against it, once. */
    appeal: text("appeal"),
    appealedAt: moment("appealed_at"),
    appealState: code("appeal_state", ["waiting", "kept", "granted"]),
    appealBy: text("appeal_by").references(() => accounts.id),
    appealDecidedAt: moment("appeal_decided_at"),
  },
  (t) => [
    index("idea_cases_subject_ix").on(t.subjectKind, t.subjectId, t.openedAt),
    index("idea_cases_state_ix").on(t.state, t.openedAt),
    index("idea_cases_appeal_ix").on(t.appealState, t.appealedAt),
    index("idea_cases_idea_ix").on(t.ideaId),
    index("idea_cases_board_ix").on(t.boardId),
    check("idea_cases_decided_ck", sql`(${t.state} = 'open') = (${t.decidedAt} is null)`),
    check("idea_cases_reason_ck", sql`(${t.state} = 'removed') = (${t.reason} is not null)`),
  ],
);

/** Who looks when somebody may be in danger, from one day to another. A turn as lead goes before one as cover. */
export const safeguardingTurns = table(
  "safeguarding_turns",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    part: code("part", ["lead", "cover"]).notNull(),
    /** What they are, as it is written where they are named: "Safeguarding lead, Larkmere Council". */
    role: text("role").notNull(),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day").notNull(),
    endedAt: moment("ended_at"),
  },
  (t) => [
    index("safeguarding_turns_days_ix").on(t.fromDay, t.toDay),
    index("safeguarding_turns_account_ix").on(t.accountId),
    check("safeguarding_turns_days_ck", sql`${t.toDay} >= ${t.fromDay}`),
  ],
);

/** That somebody of the rota was asked to look at a case, in which order. */
export const safeguardingCalls = table(
  "safeguarding_calls",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => ideaCases.id),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    at: moment("at").notNull(),
  },
  (t) => [
    uniqueIndex("safeguarding_calls_once_uq").on(t.caseId, t.accountId),
    index("safeguarding_calls_account_ix").on(t.accountId),
  ],
);

/** That something was passed on to a service that can help, when and by whom. No words, no name: not a case file. */
export const safeguardingHandOvers = table(
  "safeguarding_hand_overs",
  {
    id: text("id").primaryKey(),
    caseId: text("case_id")
      .notNull()
      .references(() => ideaCases.id),
    /** Codes of features/ideas/moderation.ts. */
    service: text("service").notNull(),
    at: moment("at").notNull(),
    by: text("by")
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    index("safeguarding_hand_overs_case_ix").on(t.caseId),
    index("safeguarding_hand_overs_at_ix").on(t.at),
  ],
);
