/** Stands for an answer that somebody chose not to give. */
export const PREFER_NOT = "prefer_not";
/** Stands for a question that was passed over. */
export const NONE = "none";

/**
 * The answers that can be given, after the harmonised standards of the Government Statistical Service. A list
 * never changes: when a standard does, a list with a new name takes its place, and old answers keep theirs.
 */
export const CODE_LISTS = {
  age: {
    list: "age_bands_7",
    codes: ["under_16", "16_24", "25_34", "35_49", "50_64", "65_74", "75_over"],
  },
  condition: { list: "condition_gss_2020", codes: ["yes", "no"] },
  effect: { list: "effect_gss_2020", codes: ["a_lot", "a_little", "not_at_all"] },
  ethnicity: { list: "ethnicity_ew_2021_5", codes: ["white", "mixed", "asian", "black", "other"] },
  background: {
    list: "ethnicity_ew_2021_19",
    codes: [
      "white_british",
      "white_irish",
      "white_gypsy_traveller",
      "white_roma",
      "white_another",
      "mixed_white_black_caribbean",
      "mixed_white_black_african",
      "mixed_white_asian",
      "mixed_another",
      "asian_indian",
      "asian_pakistani",
      "asian_bangladeshi",
      "asian_chinese",
      "asian_another",
      "black_african",
      "black_caribbean",
      "black_another",
      "other_arab",
      "other_another",
    ],
  },
  sex: { list: "sex_gss_2019", codes: ["female", "male"] },
  gender: { list: "gender_ew_2021", codes: ["same", "different"] },
  religion: {
    list: "religion_ew_2021",
    codes: ["no_religion", "christian", "buddhist", "hindu", "jewish", "muslim", "sikh", "another"],
  },
  orientation: { list: "orientation_ew_2021", codes: ["straight", "gay_lesbian", "bisexual", "another"] },
  carer: { list: "carer_ew_2021", codes: ["yes", "no"] },
} as const;

/** A question of the block; its order is the order in which they are asked. */
export type QuestionKey = keyof typeof CODE_LISTS;

/** All questions in the order in which they are asked. */
export const QUESTIONS = Object.keys(CODE_LISTS) as QuestionKey[];

/** Questions that a borough asks only when it has decided to. */
export const EXTRAS = ["gender", "religion", "orientation"] as const;
/** One of them. */
export type Extra = (typeof EXTRAS)[number];

/** The codes of a question. */
export const codesOf = (question: QuestionKey): readonly string[] => CODE_LISTS[question].codes;

/** The group that a background belongs to: `black_african` is `black`. */
export const groupOf = (background: string): string => background.split("_", 1)[0] ?? "";

/** The backgrounds of a group. */
export const backgroundsOf = (group: string): readonly string[] =>
  codesOf("background").filter((code) => groupOf(code) === group);

/** What one person said: by question a code, `prefer_not` or `none`; what was not asked is not there. */
export type Answers = Partial<Record<QuestionKey, string>>;

/** Whether a question may have this answer. */
export const isAnswer = (question: QuestionKey, answer: string): boolean =>
  answer === PREFER_NOT || answer === NONE || codesOf(question).includes(answer);

/**
 * Whether somebody is disabled as the Equality Act 2010 says: a condition of 12 months or more that limits them.
 * A code of `yes` and `no`, `prefer_not` or `none`.
 */
export function disabledBy({ condition = NONE, effect = NONE }: Answers): string {
  if (condition !== "yes") return condition;
  if (effect === "a_lot" || effect === "a_little") return "yes";
  return effect === "not_at_all" ? "no" : effect;
}

/** The lists that answers were chosen from, by question. */
export function listsOf(answers: Answers): Record<string, string> {
  const asked = QUESTIONS.filter((question) => answers[question] !== undefined);
  return Object.fromEntries(asked.map((question) => [question, CODE_LISTS[question].list]));
}
