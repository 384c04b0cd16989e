import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  code,
  index,
  integer,
  json,
  moment,
  numbered,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns";

/** Signed-in browsers. `id` is the SHA-256 of the cookie's token, so a stolen copy opens nothing. */
export const sessions = table(
  "sessions",
  {
    id: text("id").primaryKey(),
    userId: text("user_id").notNull(),
    /** Over by then unless it is used again. */
    expiresAt: moment("expires_at").notNull(),
    /** Over by then in any case. */
    endsAt: moment("ends_at").notNull(),
    createdAt: moment("created_at").notNull(),
    /** When the second factor was given in this session; null until then. */
    secondFactorAt: moment("second_factor_at"),
    /** What the browser calls itself, cut short, so that people can tell their sessions apart. */
    browser: text("browser").notNull(),
  },
  (t) => [index("sessions_user_ix").on(t.userId)],
);

/** Who did what to what, and when. Append-only; holds no personal values. Sealed into a hash chain. */
export const auditEvents = table(
  "audit_events",
  {
    id: text("id").primaryKey(),
    at: moment("at").notNull(),
    actorKind: code("actor_kind", ["anyone", "account", "system"]).notNull(),
    /** Account id or the system job's name. */
    actorId: text("actor_id"),
    /** Verb in the past tense with its room, such as `events.registered`. */
    act: text("act").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    /** Codes, counts and ids that explain the act; never names, contacts or free text. */
    detail: json<Record<string, string | number | boolean | null>>("detail").notNull(),
  },
  (t) => [
    index("audit_events_subject_ix").on(t.subjectKind, t.subjectId, t.id),
    index("audit_events_actor_ix").on(t.actorId, t.id),
    index("audit_events_act_ix").on(t.act, t.id),
    index("audit_events_at_ix").on(t.at),
  ],
);

/** Events that no link of the chain holds yet: written with the event, taken away by its seal. */
export const auditUnsealed = table("audit_unsealed", {
  eventId: text("event_id")
    .primaryKey()
    .references(() => auditEvents.id),
});

/** One link of the audit chain: position, the event it seals, and the hash over both and what came before. */
export const auditSeals = table(
  "audit_seals",
  {
    position: integer("position").primaryKey(),
    eventId: text("event_id")
      .notNull()
      .references(() => auditEvents.id),
    hash: text("hash").notNull(),
  },
  (t) => [uniqueIndex("audit_seals_event_uq").on(t.eventId)],
);

/** Everything we must tell someone: e-mails to send, calls and text messages to make, letters to post, and what is made by hand. */
export const messages = table(
  "messages",
  {
    id: text("id").primaryKey(),
    /** What makes this message one: kind, subject and version. A second with the same key is not made. */
    key: text("key").notNull(),
    /** `by_hand`: a recording, braille or a translation that somebody has to make and send. */
    channel: code("channel", ["email", "call", "letter", "text", "by_hand"]).notNull(),
    /** Formats that they need, as codes of platform/formats. */
    formats: json<string[]>("formats").notNull().default([]),
    /** The language it has to be put into, where the site has no words in it. */
    language: text("language"),
    /** E-mail address, phone number or postal address. */
    recipient: text("recipient").notNull(),
    recipientName: text("recipient_name").notNull(),
    locale: text("locale").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html"),
    /** A calendar file to attach, or null. */
    calendar: text("calendar"),
    aboutKind: text("about_kind").notNull(),
    aboutId: text("about_id").notNull(),
    state: code("state", ["waiting", "sending", "done", "failed", "withdrawn"]).notNull(),
    attempts: integer("attempts").notNull(),
    dueAt: moment("due_at").notNull(),
    /** When what it is about begins, so that calls are made in time; null where nothing presses. */
    neededBy: moment("needed_by"),
    leaseUntil: moment("lease_until"),
    /** The last failure in plain words, without addresses. */
    trouble: text("trouble"),
    createdAt: moment("created_at").notNull(),
    doneAt: moment("done_at"),
    /** Account that made the call or posted the letter. */
    doneBy: text("done_by"),
  },
  (t) => [
    uniqueIndex("messages_key_uq").on(t.key),
    index("messages_due_ix").on(t.state, t.channel, t.dueAt),
    index("messages_about_ix").on(t.aboutKind, t.aboutId),
    index("messages_created_ix").on(t.createdAt),
  ],
);

/** Timed work: one row a job and due time; claimed by a lease, safe to run twice. */
export const jobs = table(
  "jobs",
  {
    name: text("name").notNull(),
    /** What the job is about, such as a registration id; "" for the house's own rounds. */
    subject: text("subject").notNull(),
    dueAt: moment("due_at").notNull(),
    leaseUntil: moment("lease_until"),
    attempts: integer("attempts").notNull(),
    doneAt: moment("done_at"),
    trouble: text("trouble"),
  },
  (t) => [primaryKey({ columns: [t.name, t.subject, t.dueAt] }), index("jobs_due_ix").on(t.doneAt, t.dueAt)],
);

/** What caused what across rooms, as pairs of (kind, id). */
export const links = table(
  "links",
  {
    fromKind: text("from_kind").notNull(),
    fromId: text("from_id").notNull(),
    toKind: text("to_kind").notNull(),
    toId: text("to_id").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.fromKind, t.fromId, t.toKind, t.toId] }),
    index("links_to_ix").on(t.toKind, t.toId),
  ],
);

/** Counters that slow down scripts; `key` is an HMAC, never an address. */
export const rateLimits = table(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    windowStart: moment("window_start").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [
    index("rate_limits_window_ix").on(t.windowStart),
    check("rate_limits_count_ck", sql`${t.count} >= 0`),
  ],
);

/** Facts about this database itself, such as when the demo was loaded. */
export const facts = table("facts", {
  name: text("name").primaryKey(),
  value: text("value").notNull(),
  demo: boolean("demo").notNull().default(false),
});

/** What can be found by words. Rows are written by verbs; `words` and `heading` are folded text. */
export const searchEntries = table(
  "search_entries",
  {
    key: numbered("key").primaryKey(),
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    title: text("title").notNull(),
    summary: text("summary").notNull(),
    path: text("path").notNull(),
    heading: text("heading").notNull(),
    words: text("words").notNull(),
    /** Newest or next first within equal matches. */
    at: moment("at").notNull(),
  },
  (t) => [uniqueIndex("search_entries_subject_uq").on(t.kind, t.subjectId)],
);
