import { sql } from "drizzle-orm";
import { check, code, index, integer, json, moment, primaryKey, table, text, uniqueIndex } from "../columns";
import { decisions } from "./appraisals-decisions";
import { neighbourhoods } from "./places";

/** A number as it is published: exact, or `*` or rounded where a kind of appraiser is small. */
export type ShownCount = { text: string; value: number | null };

/** How one option did by one criterion: the mean and how far apart people were, in tenths; null where too few scored. */
export type ResultCell = { mean: number | null; spread: number | null; people: number };

/** What is published of the scores: facts from which everything else on the page is worked out. */
export type AppraisalResult = {
  people: number;
  /** False: a kind has fewer than 8 people, so kinds are joined and preferences pass the gate. */
  exempt: boolean;
  criteria: { id: string; label: string; weight: number }[];
  options: {
    id: string;
    title: string;
    cells: ResultCell[];
    /** How far apart the totals of those are who scored all of it, in tenths. */
    spread: number | null;
    first: ShownCount;
    could: ShownCount;
  }[];
  /** How many named no first choice. */
  noFirst: ShownCount;
  /** Kinds of appraiser, joined until each group has 8 people; empty where nothing can be told apart. */
  groups: { kinds: string[]; people: number; means: (number | null)[][] }[];
};

/** An options appraisal: a question, options, criteria, scores by people who were there, a decision. */
export const appraisals = table(
  "appraisals",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    question: text("question").notNull(),
    summary: text("summary").notNull(),
    stage: code("stage", ["long_list", "short_list", "preferred"]).notNull(),
    /** How it is done, in plain words; needed before it is published. */
    method: text("method"),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    place: text("place").notNull(),
    heldDay: text("held_day").notNull(),
    decider: text("decider").notNull(),
    decisionDueDay: text("decision_due_day").notNull(),
    /** Who agreed the criteria and their weights, on which day and how. */
    agreedBy: text("agreed_by"),
    agreedDay: text("agreed_day"),
    agreedHow: text("agreed_how"),
    /** `draft` is seen by staff alone; from `scoring` on the page is public, numbers from `published` on. */
    state: code("state", ["draft", "scoring", "closed", "published"]).notNull(),
    /** The code on the wall, while scoring is open. */
    roomCode: text("room_code"),
    openedAt: moment("opened_at"),
    closedAt: moment("closed_at"),
    publishedAt: moment("published_at"),
    nextStep: text("next_step"),
    nextStepDay: text("next_step_day"),
    result: json<AppraisalResult>("result"),
    /** Its place in the decision log, from the opening of scoring on. */
    decisionId: text("decision_id").references(() => decisions.id),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("appraisals_slug_uq").on(t.slug),
    uniqueIndex("appraisals_code_uq").on(t.roomCode),
    uniqueIndex("appraisals_decision_uq").on(t.decisionId),
    index("appraisals_state_ix").on(t.state, t.heldDay),
  ],
);

/** Something that could be done. Costs in pence; without `costLow` they are not yet known. */
export const appraisalOptions = table(
  "appraisal_options",
  {
    id: text("id").primaryKey(),
    appraisalId: text("appraisal_id")
      .notNull()
      .references(() => appraisals.id),
    /** From 1; its letter. */
    position: integer("position").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    pros: json<string[]>("pros").notNull(),
    cons: json<string[]>("cons").notNull(),
    risks: json<string[]>("risks").notNull(),
    costLow: integer("cost_low"),
    costHigh: integer("cost_high"),
    /** What the money is for and over which time; or why it is not yet known. */
    costNote: text("cost_note").notNull(),
    costExpectedDay: text("cost_expected_day"),
  },
  (t) => [
    uniqueIndex("appraisal_options_position_uq").on(t.appraisalId, t.position),
    check("appraisal_options_cost_ck", sql`(${t.costLow} is null) = (${t.costHigh} is null)`),
  ],
);

/** What options are judged by. The weights of an appraisal add up to 100. */
export const appraisalCriteria = table(
  "appraisal_criteria",
  {
    id: text("id").primaryKey(),
    appraisalId: text("appraisal_id")
      .notNull()
      .references(() => appraisals.id),
    position: integer("position").notNull(),
    label: text("label").notNull(),
    description: text("description").notNull(),
    weight: integer("weight").notNull(),
  },
  (t) => [
    uniqueIndex("appraisal_criteria_position_uq").on(t.appraisalId, t.position),
    check("appraisal_criteria_weight_ck", sql`${t.weight} between 1 and 99`),
  ],
);

/** Weights that one kind of appraiser would have chosen, in the order of the criteria; they add up to 100. */
export const appraisalKindWeights = table(
  "appraisal_kind_weights",
  {
    appraisalId: text("appraisal_id")
      .notNull()
      .references(() => appraisals.id),
    kind: code("kind", ["resident", "voluntary", "staff"]).notNull(),
    weights: json<number[]>("weights").notNull(),
  },
  (t) => [primaryKey({ columns: [t.appraisalId, t.kind] })],
);

/** Weights that were changed after scoring had opened: why, and what they were. Rows are only added. */
export const appraisalWeightChanges = table(
  "appraisal_weight_changes",
  {
    id: text("id").primaryKey(),
    appraisalId: text("appraisal_id")
      .notNull()
      .references(() => appraisals.id),
    reason: text("reason").notNull(),
    before: json<number[]>("before").notNull(),
    after: json<number[]>("after").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("appraisal_weight_changes_ix").on(t.appraisalId, t.at)],
);

/** What was decided after an appraisal, on what conditions, who disagreed, and which equality analysis was read. */
export const appraisalDecisions = table("appraisal_decisions", {
  appraisalId: text("appraisal_id")
    .primaryKey()
    .references(() => appraisals.id),
  /** Null: none of the options. */
  optionId: text("option_id").references(() => appraisalOptions.id),
  decision: text("decision").notNull(),
  reasons: text("reasons").notNull(),
  conditions: json<string[]>("conditions").notNull(),
  dissent: text("dissent"),
  equalityTitle: text("equality_title").notNull(),
  equalityLink: text("equality_link").notNull(),
  equalityReadBy: text("equality_read_by").notNull(),
  equalityReadDay: text("equality_read_day").notNull(),
  decidedDay: text("decided_day").notNull(),
});

/** What was put right after publication: when, why, and what stood there before. Rows are only added. */
export const appraisalCorrections = table(
  "appraisal_corrections",
  {
    id: text("id").primaryKey(),
    appraisalId: text("appraisal_id")
      .notNull()
      .references(() => appraisals.id),
    note: text("note").notNull(),
    before: json<Record<string, string>>("before").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [index("appraisal_corrections_ix").on(t.appraisalId, t.at)],
);
