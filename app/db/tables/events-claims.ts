import { sql } from "drizzle-orm";
import { check, code, index, integer, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { events, registrations } from "./events";

/** What an event pays people for: their expenses, or their time. */
export const paymentOffers = table(
  "payment_offers",
  {
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    basis: code("basis", ["expenses", "time"]).notNull(),
    /** The most that one person can claim. */
    mostPence: integer("most_pence").notNull(),
    /** What for and how it is reckoned, in plain words. */
    words: text("words").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.basis] }),
    check("payment_offers_most_ck", sql`${t.mostPence} >= 1`),
  ],
);

/** What one person was offered, and how far it has come. No bank details, ever. */
export const claims = table(
  "claims",
  {
    id: text("id").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    registrationId: text("registration_id")
      .notNull()
      .references(() => registrations.id),
    basis: code("basis", ["expenses", "time"]).notNull(),
    state: code("state", ["offered", "advised", "claimed", "approved", "paid", "declined"]).notNull(),
    /** What was asked for, and then what was approved. */
    pence: integer("pence"),
    /** What for, in their words. */
    words: text("words"),
    /** When the advice on benefits and tax was shown or read out; nobody accepts before that. */
    advisedAt: moment("advised_at"),
    claimedAt: moment("claimed_at"),
    approvedAt: moment("approved_at"),
    approvedBy: text("approved_by"),
    paidAt: moment("paid_at"),
    paidBy: code("paid_by", ["cash", "voucher", "bank_transfer", "payroll"]),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("claims_registration_uq").on(t.registrationId, t.basis),
    index("claims_event_ix").on(t.eventId, t.state),
    index("claims_state_ix").on(t.state, t.id),
    check("claims_pence_ck", sql`${t.pence} is null or ${t.pence} >= 1`),
  ],
);
