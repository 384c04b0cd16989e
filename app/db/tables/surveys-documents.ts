/** What a question can ask for. `information` asks for nothing. */
export type Kind =
  | "single"
  | "multiple"
  | "scale"
  | "number"
  | "date"
  | "short_text"
  | "long_text"
  | "rank"
  | "grid"
  | "information";

/** An answer to choose, or a row of a grid. The key stays for ever; the label is its words. */
export type Option = { key: string; label: string };

/** Something about an earlier answer. Of a grid, `question` is `key-row`. `none_of` also holds without an answer. */
export type Condition = {
  question: string;
  is: "any_of" | "none_of" | "answered" | "not_answered" | "at_least" | "at_most";
  values: string[];
};

/** When something is shown: all of the conditions, or any. */
export type Rule = { match: "all" | "any"; conditions: Condition[] };

/** One question. Its key is its meaning: a question that means something else gets another key. */
export type Question = {
  key: string;
  kind: Kind;
  /** Words; `{{key}}` or `{{key|otherwise}}` puts an earlier answer in. */
  title: string;
  hint: string;
  required: boolean;
  /** Offers "Prefer not to say". */
  preferNot: boolean;
  /** Of single, multiple, rank and grid (its columns). */
  options: Option[];
  /** Adds "Other, please say" to the options. */
  other: boolean;
  /** Of multiple and rank: how many may be chosen; null, as many as there are. */
  most: number | null;
  /** Of a scale: its ends, each with its words. */
  scale: { from: number; to: number; fromLabel: string; toLabel: string } | null;
  /** Of a number: its limits, and what it counts. */
  number: { least: number | null; most: number | null; whole: boolean; unit: string } | null;
  rows: Option[];
  showWhen: Rule | null;
  /** The key of its section; null before the first. */
  section: string | null;
  /** On the same page as the question before. */
  withPrevious: boolean;
  /** Results may be told apart by this answer. Of single and scale. */
  breakdown: boolean;
  /** The question in earlier versions that this one stands in for, with another meaning. */
  replaces: string | null;
};

/** A part of the survey with a heading of its own. */
export type SurveySection = { key: string; title: string; text: string; showWhen: Rule | null };

/**
 * What is asked, in its order. `form` is the shape of this document. Translations are by language and by the
 * key of each text.
 */
export type Questionnaire = {
  form: 1;
  sections: SurveySection[];
  questions: Question[];
  translations: Record<string, Record<string, string>>;
};

/** What became of a question between two versions. */
export type Change = {
  key: string;
  title: string;
  /** `meaning`: what was answered before can't be counted with what is answered now. */
  kind: "added" | "removed" | "wording" | "addition" | "meaning";
  /** True where nobody can say that it is only wording. */
  forced: boolean;
  /** What is different, in a sentence for staff. */
  text: string;
};

/** What somebody answered. `choices` of a rank are in their order. A date is YYYY-MM-DD. */
export type Answered = {
  state: "answered";
  choices?: string[];
  other?: string;
  number?: number;
  text?: string;
  date?: string;
  /** Of a grid: the option by row. */
  rows?: Record<string, string>;
};

/** Why something on a sheet of paper is no answer: more boxes ticked than may be, or nobody can read it. */
export type Unread = "two_ticked" | "illegible";

/** An answer on the way: given, left out on purpose, or passed over. */
export type Answer = Answered | { state: "prefer_not" } | { state: "skipped"; why?: Unread };

/** An answer as it is kept: the four states are four different things. */
export type KeptAnswer = Answer | { state: "not_shown" };
