/** Kinds of commitment: by a day, one day, from now on. */
export const KINDS = ["dated", "ambition", "standing"] as const;
/** One of them. */
export type Kind = (typeof KINDS)[number];

/** How exactly a date was named. Quarters and years are financial ones, which begin on 1 April. */
export const PRECISIONS = ["day", "month", "quarter", "year"] as const;
/** One of them. */
export type Precision = (typeof PRECISIONS)[number];

/** Where commitments are made; the order is the filter's. */
export const SOURCES = [
  "meeting",
  "response",
  "idea",
  "event",
  "survey",
  "plan",
  "decision",
  "other",
] as const;
/** One of them. */
export type Source = (typeof SOURCES)[number];

/** States that a commitment can be read to be in; the order is the filter's. */
export const STATES = ["overdue", "open", "needs_owner", "done", "done_late", "withdrawn"] as const;
/** One of them. */
export type State = (typeof STATES)[number];

/** How a condition came out. */
export const CONDITIONS = ["open", "met", "not_met"] as const;
/** One of them. */
export type ConditionState = (typeof CONDITIONS)[number];

/** How a milestone stands; the order is the form's. */
export const STATUSES = ["planned", "under_way", "reached", "dropped"] as const;

/** Held by whoever gives numbers to commitments; a write that makes one inside itself must take it. */
export const NUMBERS = "commitment-numbers";

const SOURCE_OF: Readonly<Record<string, Source>> = {
  official_response: "response",
  idea: "idea",
  event_note: "event",
  event: "event",
  activity: "event",
  feedback: "event",
  survey_question: "survey",
  decision: "decision",
  appraisal: "decision",
  milestone: "plan",
};

/** The kind of source that a thing of another room is. */
export function sourceOf(kind: string): Source {
  return SOURCE_OF[kind] ?? "other";
}

const two = (n: number) => String(n).padStart(2, "0");
const lastOfMonth = (year: number, month: number) =>
  `${year}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;

/**
 * First and last day of the time that a day lies in: the day, its month, its financial quarter or its
 * financial year. Something due in a time is overdue only after its last day.
 */
export function spanOf(day: string, precision: Precision): { from: string; to: string } {
  const [year = 0, month = 1] = day.split("-").map(Number);
  if (precision === "day") return { from: day, to: day };
  if (precision === "month") return { from: `${day.slice(0, 7)}-01`, to: lastOfMonth(year, month) };
  if (precision === "quarter") {
    const first = month - ((month - 1) % 3);
    return { from: `${year}-${two(first)}-01`, to: lastOfMonth(year, first + 2) };
  }
  const april = month >= 4 ? year : year - 1;
  return { from: `${april}-04-01`, to: `${april + 1}-03-31` };
}

/** The financial quarter and year that a day lies in: 2 and "2025/26" for a day in July 2025. */
export function financialOf(day: string): { quarter: number; year: string } {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const april = month >= 4 ? year : year - 1;
  return { quarter: Math.floor(((month + 8) % 12) / 3) + 1, year: `${april}/${two((april + 1) % 100)}` };
}
