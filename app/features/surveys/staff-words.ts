import type { Change, Condition, Kind, Questionnaire, Rule } from "~/db/tables/surveys-documents";
import { dayAndClock } from "~/platform/london";
import type { TagColour } from "~/ui/Tag";
import { PREFER_NOT } from "./questionnaire";
import type { Standing } from "./rules";

/** What kinds of questions are called. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  single: "Choose one",
  multiple: "Choose several",
  scale: "Scale",
  number: "Number",
  date: "Date",
  short_text: "A few words",
  long_text: "Longer text",
  rank: "Put in order",
  grid: "Grid",
  information: "Information only",
};

/** Where a survey stands, and the colour of its tag. */
export const STANDING_WORDS = {
  draft: { text: "Draft", colour: "grey" },
  not_yet: { text: "Opens later", colour: "yellow" },
  open: { text: "Open", colour: "green" },
  full: { text: "Full", colour: "orange" },
  finishing: { text: "Closing", colour: "orange" },
  closed: { text: "Closed", colour: "grey" },
} as const satisfies Readonly<Record<Standing, { text: string; colour: string }>>;

/** How a condition compares, as staff choose it. */
export const TEST_WORDS: Readonly<Record<Condition["is"], string>> = {
  any_of: "is one of",
  none_of: "is none of",
  answered: "was answered",
  not_answered: "was not answered",
  at_least: "is at least",
  at_most: "is at most",
};

/** What kinds of changes are called. */
export const CHANGE_WORDS: Readonly<Record<Change["kind"], string>> = {
  added: "New question",
  removed: "Taken out",
  wording: "Wording",
  addition: "Addition",
  meaning: "Another meaning",
};

/** "Opens Monday 1 June 2026, 9am; closes …". */
export const timesWords = ({ opensAt, closesAt }: { opensAt: Date; closesAt: Date }) =>
  `${dayAndClock(opensAt)} to ${dayAndClock(closesAt)}`;

/** A rule as a sentence: "Do you use the hall? is one of Yes, and …". */
export function ruleWords(rule: Rule | null, { questions }: Questionnaire): string | null {
  if (!rule || rule.conditions.length === 0) return null;
  const parts = rule.conditions.map(({ question, is, values }) => {
    const [key = "", row] = question.split("-");
    const asked = questions.find((one) => one.key === key);
    const of = row ? ` (${asked?.rows.find((one) => one.key === row)?.label ?? row})` : "";
    const words = values.map((value) =>
      value === PREFER_NOT
        ? "Prefer not to say"
        : (asked?.options.find((one) => one.key === value)?.label ?? value),
    );
    return `“${asked?.title ?? key}”${of} ${TEST_WORDS[is]}${words.length > 0 ? ` ${words.map((one) => `“${one}”`).join(" or ")}` : ""}`;
  });
  return parts.join(rule.match === "all" ? ", and " : ", or ");
}

/** What the page of a survey says after each act. */
export const SURVEY_DONE: Readonly<Record<string, string>> = {
  created: "The draft is saved. Write its questions next.",
  edited: "Saved.",
  question: "The question is saved.",
  imported: "The questions of the file are in the draft.",
  removed: "The question is taken out.",
  published: "Published. People who had begun finish on the version that they began.",
  extended: "It closes later now.",
  asked: "Somebody else has to agree before it closes earlier.",
  shortened: "It closes earlier now.",
  kept: "The closing time stays.",
};
/** What somebody should look at in a text. */
export const FLAG_WORDS: Readonly<Record<string, { text: string; colour: TagColour }>> = {
  safeguarding: { text: "Someone may be in danger", colour: "red" },
  name: { text: "May name someone", colour: "orange" },
  contact: { text: "Holds an address or number", colour: "orange" },
};

/** What became of words of danger. */
export const DANGER_WORDS = {
  none: null,
  waiting: { text: "Nobody has looked yet", colour: "red" },
  looked_at: { text: "Looked at: nobody in danger", colour: "grey" },
  passed_on: { text: "Passed to the safeguarding lead", colour: "purple" },
} as const satisfies Readonly<Record<string, { text: string; colour: TagColour } | null>>;
