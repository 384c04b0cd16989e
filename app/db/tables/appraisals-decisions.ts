import { sql } from "drizzle-orm";
import { check, index, json, moment, table, text, uniqueIndex } from "../columns";
import { neighbourhoods } from "./places";

/** The decision log: what has to be decided, between what, who decides, by when, and what came of it. Days are London days. */
export const decisions = table(
  "decisions",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    question: text("question").notNull(),
    /** Why it is open, in plain words. */
    background: text("background").notNull(),
    options: json<string[]>("options").notNull(),
    /** Who decides: a meeting or a role, never a name. */
    decider: text("decider").notNull(),
    /** Null: it is for the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** The day that was promised first; it is never changed. */
    firstDueDay: text("first_due_day").notNull(),
    dueDay: text("due_day").notNull(),
    outcome: text("outcome"),
    reasons: text("reasons"),
    decidedDay: text("decided_day"),
    withdrawnReason: text("withdrawn_reason"),
    withdrawnDay: text("withdrawn_day"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("decisions_slug_uq").on(t.slug),
    index("decisions_due_ix").on(t.decidedDay, t.dueDay),
    index("decisions_neighbourhood_ix").on(t.neighbourhoodId, t.dueDay),
    check("decisions_over_ck", sql`${t.decidedDay} is null or ${t.withdrawnDay} is null`),
    check("decisions_outcome_ck", sql`(${t.decidedDay} is null) = (${t.outcome} is null)`),
  ],
);

/** Each time the day of a decision was moved, with the reason. Rows are only added. */
export const decisionDates = table(
  "decision_dates",
  {
    id: text("id").primaryKey(),
    decisionId: text("decision_id")
      .notNull()
      .references(() => decisions.id),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day").notNull(),
    reason: text("reason").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("decision_dates_decision_ix").on(t.decisionId, t.at)],
);
