import type { Thing } from "~/platform/links.server";
import { addWorkingDays } from "~/platform/working-days";

/** Kinds of answers, in the order in which pages offer them: a no stands beside a deed. */
export const KINDS = ["did", "cannot", "doing", "not_ours", "will", "need_info"] as const;
/** One of them. */
export type Kind = (typeof KINDS)[number];

/** Kinds that say no, and so say why. */
export const REFUSALS: readonly Kind[] = ["cannot", "not_ours"];

/** How exactly a day is promised. */
export const PRECISIONS = ["day", "month", "quarter", "year"] as const;

/** Kinds of things that are answered, by the word that platform/links has for them. */
export const THINGS = [
  "idea",
  "theme",
  "event_note",
  "survey_question",
  "feedback",
  "recommendation",
] as const;
/** One of them. */
export type ThingKind = (typeof THINGS)[number];

/** True for a kind of thing that is answered. */
export const isAnswerable = (kind: string): kind is ThingKind => THINGS.some((one) => one === kind);

/** The thing that a response answers. */
export const thingOf = ({ thingKind, thingId }: { thingKind: string; thingId: string }): Thing => ({
  kind: thingKind,
  id: thingId,
});

/** Held by whoever changes the answers to a thing. */
export const lockOf = ({ kind, id }: Thing): string => `answers:${kind}:${id}`;

/** An answer is in time within so many working days of the day on which it was said. */
export const WORKING_DAYS = 20;

/** The last day on which an answer to something that was said on a day is in time. */
export const dueOf = (saidOn: string): string => addWorkingDays(saidOn, WORKING_DAYS);

/** Longest words, in characters. */
export const MOST = { said: 240, text: 2000, reason: 1000, line: 160, note: 600 } as const;

/** What the kinds are called on staff pages and in search. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  did: "We did this",
  cannot: "We cannot do this",
  doing: "We are doing this",
  not_ours: "Not ours: passed on",
  will: "We will do this",
  need_info: "We need to know more",
};
