import type { Lacking } from "~/ui/typed";
import type { Missing } from "./missing";

/** Steps of an appraisal that are asked about on a page of their own, and the state in which each can be taken. */
export const APPRAISAL_ACTS = {
  open: {
    state: "draft",
    title: "Open scoring?",
    text: "The page becomes public, without any scores. Options and criteria can’t be changed any more, and weights only with a reason. A code for the wall is made, and the question stands in the decision log.",
    button: "Open scoring",
    lacks: "People can’t score yet",
    isFinal: false,
  },
  close: {
    state: "scoring",
    title: "Close scoring?",
    text: "Nobody can score or change anything after that, also not from paper. The scores are mixed, and nothing stays beside them but the kind of appraiser. This can’t be undone.",
    button: "Close scoring",
    lacks: "",
    isFinal: true,
  },
  publish: {
    state: "closed",
    title: "Publish the result?",
    text: "Everybody can read it, and its numbers never change after that. Method and next step can be corrected with a note. The decision goes into the decision log, if it is written down already.",
    button: "Publish the result",
    lacks: "It can’t be published yet",
    isFinal: false,
  },
  discard: {
    state: "draft",
    title: "Delete this draft?",
    text: "Nobody but staff has seen it. This can’t be undone.",
    button: "Delete the draft",
    lacks: "",
    isFinal: true,
  },
} as const;

/** One of the steps. */
export type AppraisalAct = keyof typeof APPRAISAL_ACTS;

/** The step that an address names, or null. */
export function actIn(word: string | undefined): AppraisalAct | null {
  return word !== undefined && Object.hasOwn(APPRAISAL_ACTS, word) ? (word as AppraisalAct) : null;
}

/** What is missing as a summary of errors, each with the link to where it is put right. */
export function lackingErrors(slug: string, missing: readonly Missing[]): Lacking[] {
  const pages = { edit: "/edit", options: "/options", criteria: "/criteria", room: "/preview" };
  return missing.map(({ text, page }) => ({ text, href: `/manage/options/${slug}${pages[page]}` }));
}

/** Steps of a decision that take a form each. */
export const DECISION_ACTS = {
  date: {
    title: "Move the day",
    lede: "The day that was promised first stays on the page, with your reason.",
    button: "Move the day",
    boxes: [
      { name: "dueDay", label: "The new day", is: "day" },
      { name: "reason", label: "Why is it moved?", is: "text" },
    ],
  },
  outcome: {
    title: "Write down what was decided",
    lede: "Written down once. Everybody can read it at once.",
    button: "Write it down",
    boxes: [
      { name: "outcome", label: "What was decided?", is: "text" },
      { name: "reasons", label: "Why?", is: "text" },
      { name: "decidedDay", label: "On which day was it decided?", is: "day" },
    ],
  },
  withdraw: {
    title: "Nobody needs to decide it any more",
    lede: "It stays in the log, with your reason.",
    button: "Withdraw it",
    boxes: [{ name: "reason", label: "Why not?", is: "text" }],
  },
} as const;

/** One of them. */
export type DecisionAct = keyof typeof DECISION_ACTS;

/** The step of a decision that an address names, or null. */
export function decisionActIn(word: string | undefined): DecisionAct | null {
  return word !== undefined && Object.hasOwn(DECISION_ACTS, word) ? (word as DecisionAct) : null;
}
