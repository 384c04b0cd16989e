import { sql } from "drizzle-orm";
import { check, code, index, integer, json, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { accounts, participants } from "./people";
import { neighbourhoods } from "./places";

/** What the programme means to do to involve people in a period. Days are London days. */
export const engagementPlans = table(
  "engagement_plans",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day").notNull(),
    objectives: json<string[]>("objectives").notNull(),
    audiences: json<string[]>("audiences").notNull(),
    /** 1 when made, raised by each change; what it said before is in engagement_plan_versions. */
    version: integer("version").notNull(),
    createdAt: moment("created_at").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    uniqueIndex("engagement_plans_slug_uq").on(t.slug),
    index("engagement_plans_from_ix").on(t.fromDay),
  ],
);

/** Every version of a plan as it was, with what changed and why. Rows are only added. */
export const engagementPlanVersions = table(
  "engagement_plan_versions",
  {
    planId: text("plan_id")
      .notNull()
      .references(() => engagementPlans.id),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    fromDay: text("from_day").notNull(),
    toDay: text("to_day").notNull(),
    objectives: json<string[]>("objectives").notNull(),
    audiences: json<string[]>("audiences").notNull(),
    /** What changed and why; of the first version, nothing. */
    reason: text("reason").notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.version] })],
);

/** Anything done to involve people: an event or a row of them, a survey, a board, outreach, a consultation. */
export const activities = table(
  "activities",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    planId: text("plan_id")
      .notNull()
      .references(() => engagementPlans.id),
    title: text("title").notNull(),
    /** One or two plain sentences. */
    summary: text("summary").notNull(),
    /** `staff_consultation` and `staff_engagement` answer the public like missing ones. */
    kind: code("kind", [
      "event",
      "workshop",
      "survey",
      "idea_board",
      "outreach",
      "co_design_group",
      "consultation",
      "staff_engagement",
      "staff_consultation",
      "other",
    ]).notNull(),
    /** Null: for the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** Whom it means to involve, in words. */
    audience: text("audience").notNull(),
    channel: code("channel", ["in_person", "online", "phone", "paper", "mixed"]).notNull(),
    /** Steps of the TLAP ladder; 1 (coercion) is never planned nor set, only felt: see participation_ratings. */
    plannedLevel: integer("planned_level").notNull(),
    achievedLevel: integer("achieved_level"),
    /** What shows that level 7 was reached: residents in the decision, and in the doing. */
    inDecision: text("in_decision"),
    inDelivery: text("in_delivery"),
    decisionAtStake: text("decision_at_stake"),
    canChange: text("can_change"),
    cannotChange: text("cannot_change"),
    whatChanges: text("what_changes"),
    whatStays: text("what_stays"),
    /** Who answers for it: one account, or whoever holds a role there. */
    leadAccountId: text("lead_account_id").references(() => accounts.id),
    leadRole: text("lead_role"),
    /** First and last London day; answers are taken from the one to the end of the other. */
    opensDay: text("opens_day").notNull(),
    closesDay: text("closes_day").notNull(),
    /** `draft` is seen by staff alone; `planned` stands on the public page. */
    state: code("state", ["draft", "planned", "open", "done", "cancelled"]).notNull(),
    announcedAt: moment("announced_at"),
    openedAt: moment("opened_at"),
    doneAt: moment("done_at"),
    cancelledAt: moment("cancelled_at"),
    cancelReason: text("cancel_reason"),
    whatHappened: text("what_happened"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("activities_slug_uq").on(t.slug),
    index("activities_plan_ix").on(t.planId, t.opensDay),
    index("activities_state_ix").on(t.state, t.closesDay),
    index("activities_neighbourhood_ix").on(t.neighbourhoodId, t.opensDay),
    check("activities_planned_ck", sql`${t.plannedLevel} between 2 and 7`),
    check("activities_achieved_ck", sql`${t.achievedLevel} is null or ${t.achievedLevel} between 2 and 7`),
    check("activities_lead_ck", sql`(${t.leadAccountId} is null) <> (${t.leadRole} is null)`),
    check("activities_days_ck", sql`${t.closesDay} >= ${t.opensDay}`),
  ],
);

/** What a formal consultation needs besides: the conditions to open it, how answers were considered, the decision. */
export const consultations = table("consultations", {
  activityId: text("activity_id")
    .primaryKey()
    .references(() => activities.id),
  /** That the decision is not taken yet, who takes it, and on which day. */
  notYetDecided: text("not_yet_decided"),
  decider: text("decider"),
  decisionDay: text("decision_day"),
  /** Why it is proposed, and what else could be done. */
  reasons: text("reasons"),
  alternatives: text("alternatives"),
  /** Where the papers can be read; https. */
  papersLink: text("papers_link"),
  /** Why it is shorter than the advisory time, where it is. */
  timeReason: text("time_reason"),
  equalityAnalysis: text("equality_analysis"),
  equalityBy: text("equality_by"),
  equalityDay: text("equality_day"),
  /** After it closed: how answers were considered, how many there were, and who read the analysis beforehand. */
  consideredHow: text("considered_how"),
  answersReceived: integer("answers_received"),
  equalityReadBy: text("equality_read_by"),
  equalityReadDay: text("equality_read_day"),
  decision: text("decision"),
  decisionReasons: text("decision_reasons"),
  decidedDay: text("decided_day"),
});

/** How much say somebody who took part felt they had, 1 to 7. Nothing says who they are. */
export const participationRatings = table(
  "participation_ratings",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    level: integer("level").notNull(),
    /** `assisted`: staff wrote it down for someone. */
    channel: code("channel", ["web", "assisted"]).notNull(),
    /** HMAC of activity and submission id: the same form sent twice is one rating. */
    submission: text("submission"),
    day: text("day").notNull(),
  },
  (t) => [
    uniqueIndex("participation_ratings_submission_uq").on(t.submission),
    index("participation_ratings_activity_ix").on(t.activityId, t.level),
    check("participation_ratings_level_ck", sql`${t.level} between 1 and 7`),
  ],
);

/** Union representatives who may read one activity that is for staff. */
export const activityReps = table(
  "activity_reps",
  {
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.accountId] }),
    index("activity_reps_account_ix").on(t.accountId),
  ],
);

/** How long consultations last, in days; one row. */
export const consultationPeriods = table("consultation_periods", {
  id: text("id").primaryKey(),
  /** Shorter public consultations need a reason. Advisory: no law sets a number. */
  advisoryDays: integer("advisory_days").notNull(),
  /** Least days of a staff consultation, and which rule of HR's says so. Null until HR has set it. */
  staffDays: integer("staff_days"),
  staffRule: text("staff_rule"),
});

/** Times before an election in which publicity is restrained. */
export const electionPeriods = table(
  "election_periods",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    fromDay: text("from_day").notNull(),
    pollDay: text("poll_day").notNull(),
  },
  (t) => [
    index("election_periods_poll_ix").on(t.pollDay),
    check("election_periods_days_ck", sql`${t.pollDay} >= ${t.fromDay}`),
  ],
);

/** Going to where people are: place, community, how many were spoken to, what was heard, what follows. */
export const outreachEntries = table(
  "outreach_entries",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id").references(() => activities.id, { onDelete: "set null" }),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    day: text("day").notNull(),
    place: text("place").notNull(),
    community: text("community").notNull(),
    /** People spoken to who left no name. Those who did are in outreach_people and not counted here. */
    headCount: integer("head_count").notNull(),
    heard: text("heard").notNull(),
    followUp: text("follow_up"),
    followUpDay: text("follow_up_day"),
    followedUpDay: text("followed_up_day"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("outreach_entries_day_ix").on(t.day),
    index("outreach_entries_activity_ix").on(t.activityId),
    index("outreach_entries_neighbourhood_ix").on(t.neighbourhoodId, t.day),
    check("outreach_entries_heads_ck", sql`${t.headCount} >= 0`),
  ],
);

/** People met at outreach who left their name. */
export const outreachPeople = table(
  "outreach_people",
  {
    entryId: text("entry_id")
      .notNull()
      .references(() => outreachEntries.id),
    participantId: text("participant_id")
      .notNull()
      .references(() => participants.id),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.participantId] })],
);
