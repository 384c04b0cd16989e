import { code, integer, moment, table, text } from "../columns";

/** A row of events made from one by a rule. Each occurrence is an event of its own, with its own people. */
export const eventSeries = table("event_series", {
  id: text("id").primaryKey(),
  /** What the row as a whole is called. */
  title: text("title").notNull(),
  /** The rule that made it: every so many weeks, or months by day of the month or by weekday ("second Tuesday"). */
  unit: code("unit", ["week", "month_day", "month_weekday"]).notNull(),
  every: integer("every").notNull(),
  createdAt: moment("created_at").notNull(),
});
