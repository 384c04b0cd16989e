import type { ThingKind } from "./rules";

/** Kinds of things in the words of staff pages. */
export const THING_WORDS: Readonly<Record<ThingKind, string>> = {
  idea: "Idea",
  theme: "Theme",
  event_note: "Note",
  survey_question: "Survey question",
  feedback: "Feedback",
  recommendation: "Recommendation",
};

/** What a kind of thing is called, also one that this room does not know. */
export const thingWord = (kind: string): string => THING_WORDS[kind as ThingKind] ?? kind;

/** Which role owes the answer: the lead of the neighbourhood, or who leads engagement in the borough. */
export const owedBy = (neighbourhood: string | null): string =>
  neighbourhood ? `Neighbourhood lead, ${neighbourhood}` : "Engagement lead";

/** "1 answer", "2 answers". */
export const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** What was just done, for the banner of a page. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  drafted: "The draft is saved. Nobody but staff sees it until you publish it.",
  published: "The answer is public. Everyone who asked to hear is being told.",
  corrected: "The answer is corrected. The words before stand in its history.",
  withdrawn: "The answer is taken back.",
  discarded: "The draft is deleted.",
};
