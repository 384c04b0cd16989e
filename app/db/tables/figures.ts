import { boolean, code, index, integer, json, moment, table, text, uniqueIndex } from "../columns";

declare const passed: unique symbol;

/** The mark of what has passed the gate: only the figures room can put it on. */
export type Passed = { readonly [passed]: true };

/** Why a number looks as it does: shown, hidden as a star, or kept back so that a star can't be worked out. */
export type Shown = "rounded" | "exact" | "few" | "kept";

/**
 * A number of people that has passed the gate: its text, and its value where it has one. Only the figures
 * room can make one, so whatever takes a `Published` can't be given a true number by mistake.
 */
export type Published = Passed & {
  readonly text: string;
  readonly value: number | null;
  readonly shown: Shown;
};

/** A share of people, worked out from published numbers: a whole per cent and its 95% interval, or neither. */
export type Share = Passed & {
  readonly percent: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly part: Published;
  readonly of: Published;
};

/** A mean or a median of what people said, and of how many; null where they are too few. */
export type Mean = Passed & { readonly value: number | null; readonly people: Published };

/** What can be said of a change: in which direction, that it is not clear, or that too few answered. */
export type Verdict = "more" | "less" | "not_clear" | "not_enough";

/** A change between two shares in points, to one decimal, with its interval and what can be said of it. */
export type Change = Passed & {
  readonly before: Share;
  readonly after: Share;
  readonly points: number | null;
  readonly interval: readonly [low: number, high: number] | null;
  readonly verdict: Verdict;
};

/** How a group's share of those who took part lies to its share of everyone who lives here. */
export type Representation = Share & {
  readonly populationPercent: number;
  /** Their share of those who took part over their share of the population, to two decimals. */
  readonly ratio: number | null;
  readonly verdict: "over" | "under" | "not_clear" | "not_enough";
};

/** So many of each 1,000 people who live here; null where the number of people is hidden. */
export type Rate = Passed & { readonly per1000: number | null; readonly people: Published };

/**
 * One row or column. With `of` it is the sum of those codes: "answered" of all options. `apart`: they are counted
 * among everybody and published nowhere, neither shown nor as a star; only for those who gave no answer.
 */
export type Heading = {
  readonly code: string;
  readonly label: string;
  readonly of?: readonly string[];
  readonly apart?: boolean;
};

/**
 * Something that each person has exactly one of: a neighbourhood, an answer (or none). Its headings without
 * `of` take in everybody, with a heading of their own for those of whom it is not known.
 */
export type Dimension = {
  readonly key: string;
  readonly label: string;
  readonly headings: readonly Heading[];
  /** Of whom shares are: the code of a sum, or null for everybody. Left out: the first sum, else everybody. */
  readonly base?: string | null;
};

/** One published number with its name. */
export type GatedCell = { readonly id: string; readonly people: Published };

/** One row of a published table: a number for each heading across, and for all of them together. */
export type GatedRow = {
  readonly heading: Heading | null;
  readonly cells: readonly GatedCell[];
  readonly all: GatedCell;
};

/**
 * A table of people that has passed the gate, margins included. `rows` end with the row of everybody, whose
 * heading is null. A table of one dimension has no cells across, only `all`.
 */
export type GatedTable = Passed & {
  readonly id: string;
  readonly title: string;
  /** Who is counted, as a code: tables of the same people share their margins. */
  readonly people: string;
  readonly down: Dimension;
  readonly across: Dimension | null;
  readonly rows: readonly GatedRow[];
};

/** What a published figure counts, in words that anyone can check. */
export type Definition = {
  /** Who is counted, such as "Everyone who answered the year-end survey". */
  counts: string;
  /** Where the numbers come from and what was left out. */
  source: string;
  /** The days or months that they are about. */
  period: string;
};

/**
 * What was published about people, each time. A row never changes: what is different comes as the next
 * edition, when it may. Nobody can take two editions from each other to learn what a few people said.
 */
export const figureEditions = table(
  "figure_editions",
  {
    id: text("id").primaryKey(),
    /** What the figures are about, in words of the room that publishes them: `event_feedback` and the event's id. */
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id").notNull(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    definition: json<Definition>("definition").notNull(),
    rule: code("rule", ["nhs_1_7_r5", "ons_10_5"]).notNull(),
    /** A nought is hidden too. */
    sensitive: boolean("sensitive").notNull(),
    tables: json<GatedTable[]>("tables").notNull(),
    /** Names of the tables that nothing could make safe. */
    withheld: json<string[]>("withheld").notNull(),
    /** The true numbers, sealed: only the gate reads them, to judge the next edition. */
    sealedCounts: text("sealed_counts").notNull(),
    /** SHA-256 of what is published, so that anyone can tell whether it was changed. */
    hash: text("hash").notNull(),
    asAt: moment("as_at").notNull(),
    publishedAt: moment("published_at").notNull(),
  },
  (t) => [
    uniqueIndex("figure_editions_subject_uq").on(t.subjectKind, t.subjectId, t.number),
    index("figure_editions_published_ix").on(t.publishedAt),
  ],
);
