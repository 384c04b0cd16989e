/** A box of a part's form. */
export type PartField = {
  name: string;
  label: string;
  hint?: string;
  /** Several lines, one line, a day, a web address, or a whole number. */
  is: "text" | "line" | "day" | "link" | "number";
};

type PartFacts = { title: string; lede: string; formal: boolean; fields: readonly PartField[] };

/** The parts of an activity that can be written bit by bit, and come back to; in the order of the task list. */
export const PARTS = {
  stake: {
    title: "What is at stake",
    lede: "Everyone who takes part reads this. Nobody should come thinking they can change what is settled.",
    formal: false,
    fields: [
      { name: "decisionAtStake", label: "Which decision is at stake?", is: "text" },
      { name: "canChange", label: "What can people change?", is: "text" },
      { name: "cannotChange", label: "What cannot change, and why?", is: "text" },
      { name: "whatChanges", label: "What would change for people?", is: "text" },
      { name: "whatStays", label: "What stays the same for people?", is: "text" },
    ],
  },
  formative: {
    title: "Stage of the decision",
    lede: "People are asked while minds can still be changed.",
    formal: true,
    fields: [
      {
        name: "notYetDecided",
        label: "Say that the decision has not been taken",
        hint: "In your own words, and what has been ruled out already, if anything.",
        is: "text",
      },
      { name: "decider", label: "Who will decide?", hint: "A meeting or a role, not a name.", is: "line" },
      {
        name: "decisionDay",
        label: "On which day?",
        hint: "After answers have closed, with time to read them.",
        is: "day",
      },
    ],
  },
  reasons: {
    title: "Reasons and alternatives",
    lede: "Enough for people to think about it and answer well.",
    formal: true,
    fields: [
      { name: "reasons", label: "Why is it proposed?", is: "text" },
      {
        name: "alternatives",
        label: "What else could be done?",
        hint: "Also what you would rather not do, and why.",
        is: "text",
      },
      {
        name: "papersLink",
        label: "Link to the papers (optional)",
        hint: "The whole address, starting with https://",
        is: "link",
      },
    ],
  },
  time: {
    title: "Time to answer",
    lede: "No law sets a number of weeks. A short time needs a reason that people can read.",
    formal: true,
    fields: [
      {
        name: "timeReason",
        label: "Why is this enough time?",
        hint: "Needed when it is shorter than the advised time. Think of holidays, and of groups that meet once a month.",
        is: "text",
      },
    ],
  },
  equality: {
    title: "Equality analysis",
    lede: "Whom it may affect more than others, and what would be done about it. Whoever decides reads it first.",
    formal: true,
    fields: [
      { name: "equalityAnalysis", label: "What does the analysis say?", is: "text" },
      { name: "equalityBy", label: "Who made it?", hint: "A role.", is: "line" },
      { name: "equalityDay", label: "On which day?", is: "day" },
    ],
  },
} as const satisfies Record<string, PartFacts>;

/** One of the parts that are written bit by bit. */
export type SetOutPart = keyof typeof PARTS;
/** Every page on which something about an activity can be put right. */
export type Part = SetOutPart | "about" | "open" | "considered" | "decision" | "outcome";

/** The parts in order. */
export const SET_OUT = Object.keys(PARTS) as SetOutPart[];

/** The part with this name in an address, or null. */
export function partIn(word: string | undefined): SetOutPart | null {
  return SET_OUT.find((part) => part === word) ?? null;
}

/** What a part is called and asks. */
export function factsOfPart(part: SetOutPart): PartFacts {
  return PARTS[part];
}

/** How the answers were considered; asked once they have closed. */
export const CONSIDERED_FIELDS: readonly PartField[] = [
  {
    name: "answersReceived",
    label: "How many answers came?",
    hint: "All of them: online, on paper, by phone and said in meetings.",
    is: "number",
  },
  {
    name: "consideredHow",
    label: "How were they considered?",
    hint: "Who read them, what was said most, what was said by few and matters all the same, and what it changes.",
    is: "text",
  },
  {
    name: "equalityReadBy",
    label: "Who read the equality analysis before deciding?",
    hint: "Those who decide, by role.",
    is: "line",
  },
  { name: "equalityReadDay", label: "On which day did they read it?", is: "day" },
];

/** The decision itself. */
export const DECISION_FIELDS: readonly PartField[] = [
  { name: "decision", label: "What was decided?", is: "text" },
  {
    name: "decisionReasons",
    label: "Why?",
    hint: "Also why not what many people asked for, where that is so.",
    is: "text",
  },
  { name: "decidedDay", label: "On which day was it decided?", is: "day" },
];

/** A time before an election. */
export const ELECTION_FIELDS: readonly PartField[] = [
  { name: "name", label: "Which election?", hint: "Such as: Borough elections 2026.", is: "line" },
  {
    name: "fromDay",
    label: "First day of the pre-election period",
    hint: "The day on which notice of the election is given.",
    is: "day",
  },
  { name: "pollDay", label: "Day of the election", is: "day" },
];
