import type { Kind, Precision, Source } from "./rules";

/** How exactly a date was named, in the words of staff pages. */
export const PRECISION_WORDS: Readonly<Record<Precision, { label: string; hint?: string }>> = {
  day: { label: "A day", hint: "By 30 September" },
  month: { label: "A month", hint: "By the end of September" },
  quarter: {
    label: "A financial quarter",
    hint: "Quarter 2 is July to September; any day in it will do",
  },
  year: { label: "A financial year", hint: "April to March; any day in it will do" },
};

/** Kinds of commitment. */
export const KIND_WORDS: Readonly<Record<Kind, { label: string; hint: string }>> = {
  dated: { label: "By a date", hint: "It falls due and can be overdue. Without a date it needs one." },
  ambition: { label: "An ambition", hint: "One day. It has no date and is in no rate." },
  standing: { label: "Standing", hint: "It holds from now on, such as one day each week. It is never done." },
};

/** Where commitments are made. */
export const SOURCE_WORDS: Readonly<Record<Source, string>> = {
  meeting: "A meeting and its minutes",
  response: "An official answer",
  idea: "An idea",
  event: "An event",
  survey: "A survey",
  plan: "A plan",
  decision: "A decision",
  other: "Somewhere else",
};

/** What staff can do to a commitment, by the last part of the address. */
export const ACT_TITLES = {
  owner: "Say who owns it",
  date: "Agree another date",
  condition: "Say how the condition came out",
  evidence: "Show what was done",
  reopen: "Open it again",
  correct: "Correct the words",
  withdraw: "Withdraw it",
} as const;
/** One of them. */
export type StaffAct = keyof typeof ACT_TITLES;

/** True for the last part of such an address. */
export const isStaffAct = (act: string): act is StaffAct => Object.hasOwn(ACT_TITLES, act);

/** What an act means, above its form. */
export const ACT_LEDES: Readonly<Record<StaffAct, string>> = {
  owner: "A role in an organisation, never a person: it stays when somebody leaves.",
  date: "The first date stays beside the new one for everyone to see. Nobody can take it away.",
  condition: "What it is subject to, and whether that came about.",
  evidence: "A commitment is done only when something shows it: what, on which day, and where to see it.",
  reopen: "Only where what was shown turned out not to be enough.",
  correct: "For slips of the pen. The date and the owner have forms of their own.",
  withdraw: "It stays in the register for good, with your reason. This cannot be undone.",
};

/** What staff are told after something was done, by the word in the address: a closed list. */
const DONE = {
  made: "It stands in the register",
  owner: "The owner is named",
  date: "The new date stands beside the first one",
  condition: "Noted how the condition came out",
  evidence: "It stands on its page, with what you showed",
  reopen: "It is open again",
  correct: "The words are put right",
  withdraw: "It is withdrawn",
  reminded: "Noted that you reminded the owner",
  planned: "The milestone is public",
  about: "Saved",
  moved: "Its page says how it stands now",
  paper: "The date stands beside the others",
} as const;

/** The words for what the address says was done, or null for anything that is not on the list. */
export function doneIn(url: string): string | null {
  const asked = new URL(url).searchParams.get("done") ?? "";
  return Object.hasOwn(DONE, asked) ? DONE[asked as keyof typeof DONE] : null;
}
