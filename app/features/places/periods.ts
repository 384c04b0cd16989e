import { retention } from "~/platform/retention";

/**
 * The periods that a borough sets itself, with the bounds that keep them safe: long enough for the work that
 * needs the details, and no longer than can be answered for. The others belong to the machinery.
 */
export const PERIODS = [
  {
    name: "accessNeedsDays",
    unit: "days",
    least: 7,
    most: 60,
    label: "What people asked for at an event, and who helped them",
    from: "after the event",
    hint: "Long enough to note what came of it. It is about health, so no longer than that.",
  },
  {
    name: "registrationMonths",
    unit: "months",
    least: 3,
    most: 36,
    label: "Names, contacts and where people say they live",
    from: "after their last event",
    hint: "People who were invited, and people met at outreach, too.",
  },
  {
    name: "needsReviewMonths",
    unit: "months",
    least: 3,
    most: 24,
    label: "What people ask us to remember: asked again",
    from: "after they last said so",
    hint: "It stays until they have it forgotten, or do not answer.",
  },
  {
    name: "needsAnswerDays",
    unit: "days",
    least: 14,
    most: 90,
    label: "Time to answer that question",
    from: "after we asked",
    hint: "A letter there and back takes a week.",
  },
  {
    name: "messageDays",
    unit: "days",
    least: 30,
    most: 365,
    label: "The words of messages",
    from: "after they were sent",
    hint: "Long enough to see whether they arrived.",
  },
  {
    name: "wordsMonths",
    unit: "months",
    least: 6,
    most: 72,
    label: "The words of notes, feedback and surveys",
    from: "after they were given, or the survey closed",
    hint: "Counts, and what was printed, stay.",
  },
  {
    name: "claimMonths",
    unit: "months",
    least: 12,
    most: 96,
    label: "What somebody claimed money for",
    from: "after the event",
    hint: "Ask your auditors: six years is usual. Amounts stay.",
  },
] as const;

/** The name of one of them. */
export type PeriodName = (typeof PERIODS)[number]["name"];
/** How long things are kept, in the unit of each. */
export type Periods = Record<PeriodName, number>;

/** The periods in force: what was set, and for the others what the site begins with. */
export function periodsOf(set: Partial<Periods> | null | undefined): Periods {
  return Object.fromEntries(PERIODS.map(({ name }) => [name, set?.[name] ?? retention[name]])) as Periods;
}

/** Which periods become shorter, so that more is deleted at once. */
export function shortened(before: Periods, after: Periods): PeriodName[] {
  return PERIODS.map(({ name }) => name).filter((name) => after[name] < before[name]);
}

/** "14 days after the event". */
export function periodWords({ name, unit, from }: (typeof PERIODS)[number], periods: Periods): string {
  return `${periods[name]} ${unit} ${from}`;
}
