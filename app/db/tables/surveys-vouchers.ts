import { sql } from "drizzle-orm";
import { boolean, check, index, integer, moment, table, text } from "../columns";
import { accounts } from "./people";
import { surveys } from "./surveys";

/** Vouchers that were made together, to be printed. Their codes come from the site's secret and stand nowhere. */
export const surveyVoucherBatches = table(
  "survey_voucher_batches",
  {
    id: text("id").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    count: integer("count").notNull(),
    madeBy: text("made_by").references(() => accounts.id),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [
    index("survey_voucher_batches_survey_ix").on(t.surveyId, t.madeAt),
    check("survey_voucher_batches_count_ck", sql`${t.count} > 0`),
  ],
);

/**
 * Each voucher as an HMAC of its code, and whether it was used: not when, not in what order, and not for which
 * response. Rows are made in an order of chance and stay where they are.
 */
export const surveyVouchers = table(
  "survey_vouchers",
  {
    hash: text("hash").primaryKey(),
    surveyId: text("survey_id")
      .notNull()
      .references(() => surveys.id),
    used: boolean("used").notNull(),
  },
  (t) => [index("survey_vouchers_survey_ix").on(t.surveyId, t.used)],
);
