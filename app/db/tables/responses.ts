import { sql } from "drizzle-orm";
import { check, code, index, integer, json, moment, primaryKey, table, text } from "../columns";
import { neighbourhoods, organisations, themes } from "./places";

/** What an answer says, as it can be corrected; earlier wordings are kept as this. */
export type ResponseWords = {
  said: string;
  text: string;
  reason: string | null;
  passedTo: string | null;
  ownerRole: string;
  organisationId: string;
  evidence: string | null;
  evidenceDay: string | null;
  evidenceWhere: string | null;
};

/**
 * The official answers to what was said. The newest published one stands; those before it are its history. What was
 * published is never deleted.
 */
export const officialResponses = table(
  "official_responses",
  {
    id: text("id").primaryKey(),
    thingKind: text("thing_kind").notNull(),
    thingId: text("thing_id").notNull(),
    kind: code("kind", ["did", "doing", "will", "cannot", "not_ours", "need_info"]).notNull(),
    /** What was said, as the answer understands it, and the answer itself. */
    said: text("said").notNull(),
    text: text("text").notNull(),
    /** Why not; for what can't be and what is not ours. */
    reason: text("reason"),
    /** Whom it was passed to; for what is not ours. */
    passedTo: text("passed_to"),
    /** A role, never a person's name, and the organisation in which it is. */
    ownerRole: text("owner_role").notNull(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** What was done, on which London day, and where to see it; for what was done. */
    evidence: text("evidence"),
    evidenceDay: text("evidence_day"),
    evidenceWhere: text("evidence_where"),
    /** For what will be done: by the end of which day, month, quarter or year, and on what it depends. */
    dueDay: text("due_day"),
    duePrecision: code("due_precision", ["day", "month", "quarter", "year"]),
    condition: text("condition"),
    /** The commitment that it opened when it was published, or the one that was there before. */
    commitmentId: text("commitment_id"),
    /** Null: about the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    state: code("state", ["draft", "published", "withdrawn"]).notNull(),
    /** 1 when published, raised by each correction. */
    version: integer("version").notNull(),
    publishedAt: moment("published_at"),
    withdrawnAt: moment("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("official_responses_thing_ix").on(t.thingKind, t.thingId, t.publishedAt),
    index("official_responses_published_ix").on(t.state, t.publishedAt, t.id),
    index("official_responses_commitment_ix").on(t.commitmentId),
    check("official_responses_did_ck", sql`${t.kind} <> 'did' or ${t.evidenceDay} is not null`),
    check(
      "official_responses_no_ck",
      sql`${t.kind} not in ('cannot', 'not_ours') or ${t.reason} is not null`,
    ),
  ],
);

/** An answer as it was before a correction, and why it was corrected. Rows are only added. */
export const officialResponseVersions = table(
  "official_response_versions",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => officialResponses.id),
    version: integer("version").notNull(),
    words: json<ResponseWords>("words").notNull(),
    /** Why these words were replaced, for anyone to read. */
    reason: text("reason").notNull(),
    replacedAt: moment("replaced_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.responseId, t.version] })],
);

/** What an answer is about. */
export const responseThemes = table(
  "response_themes",
  {
    responseId: text("response_id")
      .notNull()
      .references(() => officialResponses.id, { onDelete: "cascade" }),
    themeId: text("theme_id")
      .notNull()
      .references(() => themes.id),
  },
  (t) => [
    primaryKey({ columns: [t.responseId, t.themeId] }),
    index("response_themes_theme_ix").on(t.themeId),
  ],
);
