import { index, integer, json, moment, primaryKey, table, text } from "../columns";
import { events } from "./events";
import type { Published, Share } from "./figures";

/** A quote on a page: whose text it is, as `note:<id>` or `feedback:<id>:good`, and the words. */
export type HeardQuote = { source: string; text: string };

/** One theme on a page: notes by question, in which words, and who agreed (already past the gate). */
export type HeardTheme = {
  slug: string;
  label: string;
  plainLabel: string;
  worked: number;
  hard: number;
  next: number;
  notes: number;
  agreeing: Published;
  quotes: HeardQuote[];
};

/** One thing that will be, was or can't be done, with how many notes led to it. */
export type HeardStep = {
  kind: "will" | "done" | "cannot";
  text: string;
  ownerRole: string | null;
  dueDay: string | null;
  outcome: string | null;
  doneDay: string | null;
  reason: string | null;
  notes: number;
};

/** Everything that one version of a page says; figures in it have passed the disclosure gate. */
export type HeardContent = {
  summary: string;
  notes: number;
  people: Published | null;
  themes: HeardTheme[];
  otherQuotes: HeardQuote[];
  steps: HeardStep[];
  /** Null: too few forms to say anything. */
  feedback: { base: Published; rated: Share; hadSay: Share; edition: string | null } | null;
  paid: { pence: number; people: Published } | null;
};

/** The "what we heard" page of an event: what staff are writing, and how far it has been published. */
export const heardPages = table("heard_pages", {
  eventId: text("event_id")
    .primaryKey()
    .references(() => events.id),
  summary: text("summary").notNull(),
  /** Sources of the quotes that were chosen. */
  quotes: json<string[]>("quotes").notNull(),
  /** The newest published version; 0 while it is only a draft. */
  version: integer("version").notNull(),
  publishedAt: moment("published_at"),
  changedAt: moment("changed_at").notNull(),
});

/** A published version, kept as it was; only a quote that someone takes back goes from all of them. */
export const heardVersions = table(
  "heard_versions",
  {
    eventId: text("event_id")
      .notNull()
      .references(() => events.id),
    version: integer("version").notNull(),
    content: json<HeardContent>("content").notNull(),
    /** What is different from the version before; null for the first. */
    changes: text("changes"),
    publishedAt: moment("published_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventId, t.version] }),
    index("heard_versions_published_ix").on(t.publishedAt),
  ],
);
