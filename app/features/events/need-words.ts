import type { TFunction } from "i18next";
import type { TagColour } from "~/ui/Tag";

/** What became of one need so far; `state` is null while the party has no place. */
export type NeedTold = {
  need: string;
  state: NeedState | null;
  arranged: string | null;
  reason: string | null;
};

/** States of the work behind a need. */
export type NeedState = "open" | "arranged" | "met" | "partly" | "not_met" | "withdrawn";

/** What came of a need, once it is known. */
export const OUTCOMES = ["met", "partly", "not_met"] as const;

/** The language that a need is about; none for those that have nothing to do with one. */
export const languageOf = (need: string, { language }: { language: string | null }): string | null =>
  need === "language_support" ? language : null;

/** One need in the person's language, with what was arranged or what came of it. */
export function needLine({ need, state, arranged, reason }: NeedTold, t: TFunction): string {
  const name = t(`needs.${need}`);
  if (!state || state === "withdrawn") return name;
  const more = { arranged, partly: reason, not_met: reason, open: null, met: null }[state];
  const said = `${name}: ${t(`needWork.${state}`)}`;
  return more ? `${said} ${more}` : said;
}

/** States of the work in the words of staff pages. */
export const NEED_STATES: Record<NeedState, { text: string; colour: TagColour }> = {
  open: { text: "To arrange", colour: "yellow" },
  arranged: { text: "Arranged", colour: "blue" },
  met: { text: "Met", colour: "green" },
  partly: { text: "Met in part", colour: "orange" },
  not_met: { text: "Not met", colour: "red" },
  withdrawn: { text: "Not needed any more", colour: "grey" },
};

/** The six steps of the accessible information standard (DAPB1605), in order, and how this site takes each. */
export const STEPS = [
  { step: "identify", title: "Identify", text: "We ask everyone who saves a place what would help." },
  { step: "record", title: "Record", text: "Each answer becomes a piece of work with a due day." },
  {
    step: "flag",
    title: "Flag",
    text: "It stands beside the booking, on the event and on this page until it is seen to.",
  },
  {
    step: "share",
    title: "Share",
    text: "Whoever provides it is told what they must know, and it is written down.",
  },
  {
    step: "meet",
    title: "Meet",
    text: "It is arranged, and after the event marked as met, met in part or not met.",
  },
  { step: "review", title: "Review", text: "What people ask us to remember is asked about again each year." },
] as const;

/** How the list of what is to be arranged is narrowed. */
export const VIEWS = ["all", "mine", "unowned", "late"] as const;
/** One of them. */
export type View = (typeof VIEWS)[number];
