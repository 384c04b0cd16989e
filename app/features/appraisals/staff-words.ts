import { plainDay } from "~/platform/london";
import type { TagColour } from "~/ui/Tag";
import { STANDING_COLOURS, STATE_COLOURS } from "./appraisal-words";
import type { Box } from "./BoxList";
import type { AppraisalRow } from "./read.server";
import { STAGES, type Standing } from "./rules";

/** A London day in words. */
export const dayWords = (day: string): string => plainDay(new Date(`${day}T12:00:00Z`));

/** "1 person", "4 people". */
export const peopleWords = (people: number): string => `${people} ${people === 1 ? "person" : "people"}`;

/** An appraisal's state. */
export const STATE_WORDS: Record<AppraisalRow["state"], { text: string; colour: TagColour }> = {
  draft: { text: "Draft", colour: STATE_COLOURS.draft },
  scoring: { text: "Being scored", colour: STATE_COLOURS.scoring },
  closed: { text: "Scored", colour: STATE_COLOURS.closed },
  published: { text: "Published", colour: STATE_COLOURS.published },
};

/** A decision's state. */
export const STANDING_WORDS: Record<Standing, { text: string; colour: TagColour }> = {
  open: { text: "Open", colour: STANDING_COLOURS.open },
  overdue: { text: "Overdue", colour: STANDING_COLOURS.overdue },
  decided: { text: "Decided", colour: STANDING_COLOURS.decided },
  withdrawn: { text: "Withdrawn", colour: STANDING_COLOURS.withdrawn },
};

const STAGE_WORDS: Record<(typeof STAGES)[number], string> = {
  long_list: "First look: many options",
  short_list: "Short list: a few, in detail",
  preferred: "Choosing the one to go ahead with",
};

const DECIDER: Box = { name: "decider", label: "Who decides?", hint: "A meeting or a role, not a name." };
const LINES = "One thing a line.";

/** What an appraisal asks, how, when and who decides; the choices of neighbourhoods are put in by the page. */
export const APPRAISAL_BOXES: readonly Box[] = [
  { name: "question", label: "What is the question?", hint: "As people in the room will read it." },
  { name: "summary", label: "What is it about, in one or two sentences?", is: "text" },
  {
    name: "stage",
    label: "How far has the choice come?",
    is: "radios",
    items: STAGES.map((value) => ({ value, label: STAGE_WORDS[value] })),
  },
  { name: "neighbourhood", label: "Which neighbourhood is it for?", is: "neighbourhood" },
  { name: "heldDay", label: "On which day do people score?", is: "day" },
  { name: "place", label: "Where?" },
  DECIDER,
  { name: "decisionDueDay", label: "By when?", is: "day" },
  {
    name: "method",
    label: "How is it done? (needed before it is published)",
    hint: "Who was asked to come, how options were explained, how people scored.",
    is: "text",
  },
  { name: "nextStep", label: "What happens next? (needed before it is published)", is: "text" },
  { name: "nextStepDay", label: "By when? (optional)", is: "day" },
];

/** Something that could be done. */
export const OPTION_BOXES: readonly Box[] = [
  { name: "title", label: "Short name" },
  { name: "summary", label: "What would it be, in plain words?", is: "text" },
  { name: "pros", label: "What speaks for it?", hint: LINES, is: "text" },
  { name: "cons", label: "What speaks against it?", hint: LINES, is: "text" },
  { name: "risks", label: "Risks", hint: LINES, is: "text" },
  {
    name: "cost",
    label: "What does it cost?",
    is: "radios",
    items: [
      { value: "known", label: "It is known" },
      { value: "not_yet", label: "Not yet known" },
    ],
  },
  { name: "costLow", label: "At least, in pounds (if it is known)", is: "short" },
  { name: "costHigh", label: "At most, in pounds (if it is known)", is: "short" },
  { name: "costExpectedDay", label: "By when is it expected? (if it is not yet known)", is: "day" },
  { name: "costNote", label: "For what, and over which time? (optional)" },
];

/** Who agreed criteria and weights. */
export const AGREED_BOXES: readonly Box[] = [
  { name: "agreedBy", label: "Who agreed them?", hint: "How many people, and of which kinds." },
  { name: "agreedDay", label: "On which day?", is: "day" },
  { name: "agreedHow", label: "How?", is: "text" },
];

/** What was decided after an appraisal; the options are put in by the page. */
export const SETTLED_BOXES: readonly Box[] = [
  { name: "decision", label: "What was decided?", is: "text" },
  {
    name: "reasons",
    label: "Why?",
    hint: "Where it is not what most people chose first, say why not.",
    is: "text",
  },
  { name: "conditions", label: "On which conditions? (optional)", hint: LINES, is: "text" },
  { name: "dissent", label: "Who saw it differently, and why? (optional)", is: "text" },
  { name: "equalityTitle", label: "Which equality analysis was read before?" },
  {
    name: "equalityLink",
    label: "Where can it be read?",
    hint: "The whole link, starting with https://",
    is: "link",
  },
  { name: "equalityReadBy", label: "Who read it?" },
  { name: "equalityReadDay", label: "On which day did they read it?", is: "day" },
  { name: "decidedDay", label: "On which day was it decided?", is: "day" },
];

/** What may be put right after publication. */
export const CORRECTION_BOXES: readonly Box[] = [
  { name: "method", label: "How was it done?", is: "text" },
  { name: "nextStep", label: "What happens next?", is: "text" },
  { name: "nextStepDay", label: "By when? (optional)", is: "day" },
  {
    name: "note",
    label: "What was wrong?",
    hint: "It stands on the page, with what was there before.",
    is: "text",
  },
];

/** What has to be decided. */
export const DECISION_BOXES: readonly Box[] = [
  { name: "question", label: "What has to be decided?" },
  { name: "background", label: "Why is it open?", is: "text" },
  { name: "options", label: "Between what?", hint: LINES, is: "text" },
  DECIDER,
  { name: "neighbourhood", label: "Which neighbourhood is it for?", is: "neighbourhood" },
];

/** The day by which it is decided, asked when it is new. */
export const DUE_BOX: Box = { name: "dueDay", label: "By which day?", is: "day" };

/** The names of boxes in order. */
export const orderOf = (boxes: readonly Box[]): string[] => boxes.map(({ name }) => name);
