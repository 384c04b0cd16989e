import { bandOf } from "./born";
import { backgroundsOf, codesOf } from "./code-lists";

/** What population figures can be about. */
export const TOPICS = [
  "ethnicity",
  "age",
  "disability",
  "sex",
  "carer",
  "gender",
  "religion",
  "orientation",
] as const;
/** One of them. */
export type Topic = (typeof TOPICS)[number];

/** The codes that figures of a topic can have; for ethnicity groups and backgrounds. */
export function figureCodes(topic: Topic): readonly string[] {
  if (topic === "ethnicity") return [...codesOf("ethnicity"), ...codesOf("background")];
  return topic === "disability" ? ["yes", "no"] : codesOf(topic);
}

const TOPIC_WORDS: readonly (readonly [RegExp, Topic])[] = [
  [/sexual orientation|_sexor|_orient/, "orientation"],
  [/gender identity|_genderid/, "gender"],
  [/ethnic|_eth_/, "ethnicity"],
  [/disab/, "disability"],
  [/unpaid care|carer/, "carer"],
  [/religion/, "religion"],
  [/\bage\b|_age_/, "age"],
  [/\bsex\b|_sex_/, "sex"],
];

/** Which topic the heading of a table or column names, or null. */
export function topicIn(heading: string): Topic | null {
  const lower = heading.toLowerCase();
  return TOPIC_WORDS.find(([words]) => words.test(lower))?.[1] ?? null;
}

/** What a census label means: a code of ours, or why there is none. */
export type Meaning =
  | { kind: "code"; code: string; ages?: readonly [from: number, to: number] }
  | { kind: "total" }
  | { kind: "unknown"; why: string };

const code = (found: string | undefined): Meaning =>
  found ? { kind: "code", code: found } : { kind: "unknown", why: "We have no group with this name" };

/** What a label of a topic means, in the words of the 2021 and 2011 censuses or in ours. */
export function meaningOf(topic: Topic, label: string): Meaning {
  const text = label.toLowerCase().replace(/\s+/g, " ").trim();
  if (/^(total|all (categories|persons|people|usual)|all$)/.test(text)) return { kind: "total" };
  if (/does not apply/.test(text)) return { kind: "unknown", why: "Was not asked of these people" };
  if (/not answered|not stated|prefer not/.test(text)) {
    return { kind: "unknown", why: "Did not answer, so they count on neither side" };
  }
  if (figureCodes(topic).includes(text)) return { kind: "code", code: text };
  if (topic === "ethnicity") return ethnicGroup(text);
  if (topic === "age") return ageBand(text);
  return code(LABELS[topic].find(([words]) => words.test(text))?.[1]);
}

type Labels = readonly (readonly [RegExp, string])[];

const LABELS: Record<Exclude<Topic, "ethnicity" | "age">, Labels> = {
  disability: [
    [/^not disabled|^no\b|day-to-day activities not limited/, "no"],
    [/^disabled|^yes\b|day-to-day activities limited/, "yes"],
  ],
  sex: [
    [/^(female|women)/, "female"],
    [/^(male|men)/, "male"],
  ],
  carer: [
    [/^provides no|^no\b|not a carer/, "no"],
    [/^provides|hours|^yes\b/, "yes"],
  ],
  gender: [
    [/same as sex/, "same"],
    [/different|^trans|non-binary|other gender/, "different"],
  ],
  religion: [
    [/^no religion/, "no_religion"],
    [/^christian/, "christian"],
    [/^buddhist/, "buddhist"],
    [/^hindu/, "hindu"],
    [/^jewish/, "jewish"],
    [/^muslim/, "muslim"],
    [/^sikh/, "sikh"],
    [/^(any )?other/, "another"],
  ],
  orientation: [
    [/^straight|heterosexual/, "straight"],
    [/^gay|lesbian/, "gay_lesbian"],
    [/^bisexual/, "bisexual"],
    [/other|pansexual|asexual|queer/, "another"],
  ],
};

const BACKGROUNDS: Readonly<Record<string, Labels>> = {
  white: [
    [/traveller|gypsy/, "white_gypsy_traveller"],
    [/english|british/, "white_british"],
    [/^irish/, "white_irish"],
    [/roma/, "white_roma"],
    [/other/, "white_another"],
  ],
  mixed: [
    [/black caribbean/, "mixed_white_black_caribbean"],
    [/black african/, "mixed_white_black_african"],
    [/and asian/, "mixed_white_asian"],
    [/other/, "mixed_another"],
  ],
  asian: [
    [/indian/, "asian_indian"],
    [/pakistani/, "asian_pakistani"],
    [/bangladeshi/, "asian_bangladeshi"],
    [/chinese/, "asian_chinese"],
    [/other/, "asian_another"],
  ],
  black: [
    [/other/, "black_another"],
    [/african/, "black_african"],
    [/caribbean/, "black_caribbean"],
  ],
  other: [
    [/arab/, "other_arab"],
    [/other/, "other_another"],
  ],
};

/** "Asian, Asian British or Asian Welsh: Indian": the group before the last colon, the background after it. */
function ethnicGroup(text: string): Meaning {
  const [group = "", background] = text.split(/:\s*/, 2);
  const found = codesOf("ethnicity").find((one) => group.startsWith(one));
  if (!found || background === undefined) return code(found);
  const named = BACKGROUNDS[found]?.find(([words]) => words.test(background))?.[1];
  return code(named && backgroundsOf(found).includes(named) ? named : undefined);
}

const OLD = 200;

function ageBand(text: string): Meaning {
  const ages = agesIn(text);
  if (!ages) return { kind: "unknown", why: "We can’t tell which ages these are" };
  const [from, to] = ages;
  if (bandOf(from) === bandOf(to)) return { kind: "code", code: bandOf(from), ages };
  const upper = to === OLD ? "over" : String(to);
  return { kind: "unknown", why: `Ages ${from} to ${upper} lie in two of our bands` };
}

/** The first and last age of a label: "Aged 5 to 9 years", "Aged 15 years", "4 years and under", "85+". */
function agesIn(text: string): readonly [number, number] | null {
  const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return null;
  if (second !== undefined) return first <= second ? [first, second] : null;
  if (/and under|or under|and younger/.test(text)) return [0, first];
  if (/under/.test(text)) return [0, first - 1];
  return /over|older|\+/.test(text) ? [first, OLD] : [first, first];
}

/** True when some ages follow each other without a gap or an overlap, from nought to the oldest. */
export function areAllAges(ages: readonly (readonly [number, number])[]): boolean {
  let next = 0;
  for (const [from, to] of [...ages].sort(([a], [b]) => a - b)) {
    if (from !== next) return false;
    next = to + 1;
  }
  return next > 90;
}
