import { boolean, code, index, json, moment, table, text, uniqueIndex } from "../columns";
import { ideas } from "./ideas";
import { accounts } from "./people";

/** What somebody says about an idea. One level deep: nobody answers a comment. */
export const ideaComments = table(
  "idea_comments",
  {
    id: text("id").primaryKey(),
    ideaId: text("idea_id")
      .notNull()
      .references(() => ideas.id),
    text: text("text").notNull(),
    locale: text("locale").notNull(),
    /** The name that is shown beside it, as they gave it; null, none. */
    shownName: text("shown_name"),
    /** Staff who speak for the programme: whose account, and what they are, for the badge beside it. */
    accountId: text("account_id").references(() => accounts.id),
    badge: text("badge"),
    /** `held`: a person reads it first. `quarantined`: one of very many from one source. Only `live` is shown and counted. */
    state: code("state", ["held", "live", "removed", "quarantined"]).notNull(),
    /** What a person should look at; codes of platform/flags.ts. */
    flags: json<string[]>("flags").notNull(),
    /** HMAC of the network address and the day, to find a hundred that came from one place; no address is kept. */
    source: text("source"),
    /** HMAC of idea, submission id and content: the same form sent twice is one. */
    submission: text("submission"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("idea_comments_submission_uq").on(t.submission),
    index("idea_comments_idea_ix").on(t.ideaId, t.state, t.createdAt, t.id),
    index("idea_comments_source_ix").on(t.source, t.createdAt),
    index("idea_comments_state_ix").on(t.state, t.createdAt),
  ],
);

/** That somebody thinks an idea or a comment should not stand there. Once from each browser. */
export const ideaReports = table(
  "idea_reports",
  {
    id: text("id").primaryKey(),
    subjectKind: code("subject_kind", ["idea", "comment"]).notNull(),
    subjectId: text("subject_id").notNull(),
    reason: text("reason").notNull(),
    /** HMAC of a browser's token: it can't be read back. */
    reporter: text("reporter").notNull(),
    /** False once somebody has looked at it. */
    isOpen: boolean("is_open").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [
    uniqueIndex("idea_reports_once_uq").on(t.subjectKind, t.subjectId, t.reporter),
    index("idea_reports_subject_ix").on(t.subjectKind, t.subjectId, t.isOpen),
  ],
);
