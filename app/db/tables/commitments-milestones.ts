import { sql } from "drizzle-orm";
import { check, code, index, integer, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { neighbourhoods } from "./places";

/** A planned step with planned, forecast and actual days. Days are London days, first and last of a time. */
export const milestones = table(
  "milestones",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** The plan that names it, and the phase of it; in words. */
    plan: text("plan").notNull(),
    phase: text("phase").notNull(),
    baselineFrom: text("baseline_from").notNull(),
    baselineTo: text("baseline_to").notNull(),
    forecastFrom: text("forecast_from"),
    forecastTo: text("forecast_to"),
    actualDay: text("actual_day"),
    status: code("status", ["planned", "under_way", "reached", "dropped"]).notNull(),
    condition: text("condition"),
    /** What has to be learned before it can be reached. */
    learningNeeded: text("learning_needed"),
    /** What it does to partners when it moves. */
    effectOnPartners: text("effect_on_partners"),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    createdAt: moment("created_at").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    uniqueIndex("milestones_slug_uq").on(t.slug),
    index("milestones_baseline_ix").on(t.baselineTo, t.slug),
    check("milestones_baseline_ck", sql`${t.baselineTo} >= ${t.baselineFrom}`),
    check("milestones_forecast_ck", sql`(${t.forecastFrom} is null) = (${t.forecastTo} is null)`),
    check("milestones_actual_ck", sql`(${t.status} = 'reached') = (${t.actualDay} is not null)`),
  ],
);

/** A date that a paper gives for a milestone. Several stand side by side; none is thrown away. */
export const milestoneDates = table(
  "milestone_dates",
  {
    id: text("id").primaryKey(),
    milestoneId: text("milestone_id")
      .notNull()
      .references(() => milestones.id),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day").notNull(),
    source: text("source").notNull(),
    link: text("link"),
    /** The day of the paper. */
    statedDay: text("stated_day").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    index("milestone_dates_milestone_ix").on(t.milestoneId, t.statedDay),
    check("milestone_dates_ck", sql`${t.toDay} >= ${t.fromDay}`),
  ],
);

/** Which milestone needs which other one first. Never in a circle. */
export const milestoneNeeds = table(
  "milestone_needs",
  {
    milestoneId: text("milestone_id")
      .notNull()
      .references(() => milestones.id),
    needsId: text("needs_id")
      .notNull()
      .references(() => milestones.id),
  },
  (t) => [
    primaryKey({ columns: [t.milestoneId, t.needsId] }),
    index("milestone_needs_needs_ix").on(t.needsId),
  ],
);

/** What changed about a milestone, from what to what and why. Rows are only added. */
export const milestoneActs = table(
  "milestone_acts",
  {
    milestoneId: text("milestone_id")
      .notNull()
      .references(() => milestones.id),
    position: integer("position").notNull(),
    day: text("day").notNull(),
    at: moment("at").notNull(),
    /** Forecast, actual day and status after the change. */
    forecastFrom: text("forecast_from"),
    forecastTo: text("forecast_to"),
    actualDay: text("actual_day"),
    status: code("status", ["planned", "under_way", "reached", "dropped"]).notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [primaryKey({ columns: [t.milestoneId, t.position] })],
);
