/** The heading of people about whom it is known, as a sum. */
export const KNOWN = "known";
/** Of those, people of 16 and over. */
export const ADULTS = "adults";

/** What codes are called in published tables and on staff pages, in English. Questions have words of their own in each language. */
export const CODE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  age: {
    under_16: "Under 16",
    "16_24": "16 to 24",
    "25_34": "25 to 34",
    "35_49": "35 to 49",
    "50_64": "50 to 64",
    "65_74": "65 to 74",
    "75_over": "75 and over",
  },
  disability: { yes: "Disabled", no: "Not disabled" },
  ethnicity: { white: "White", mixed: "Mixed", asian: "Asian", black: "Black", other: "Other" },
  background: {
    white_british: "White: English, Welsh, Scottish, Northern Irish or British",
    white_irish: "White: Irish",
    white_gypsy_traveller: "White: Gypsy or Irish Traveller",
    white_roma: "White: Roma",
    white_another: "White: another background",
    white_unsaid: "White, not said further",
    mixed_white_black_caribbean: "Mixed: White and Black Caribbean",
    mixed_white_black_african: "Mixed: White and Black African",
    mixed_white_asian: "Mixed: White and Asian",
    mixed_another: "Mixed: another background",
    mixed_unsaid: "Mixed, not said further",
    asian_indian: "Asian: Indian",
    asian_pakistani: "Asian: Pakistani",
    asian_bangladeshi: "Asian: Bangladeshi",
    asian_chinese: "Asian: Chinese",
    asian_another: "Asian: another background",
    asian_unsaid: "Asian, not said further",
    black_african: "Black: African",
    black_caribbean: "Black: Caribbean",
    black_another: "Black: another background",
    black_unsaid: "Black, not said further",
    other_arab: "Other: Arab",
    other_another: "Other: another group",
    other_unsaid: "Other, not said further",
  },
  sex: { female: "Female", male: "Male" },
  gender: { same: "Same as registered at birth", different: "Different from that" },
  religion: {
    no_religion: "No religion",
    christian: "Christian",
    buddhist: "Buddhist",
    hindu: "Hindu",
    jewish: "Jewish",
    muslim: "Muslim",
    sikh: "Sikh",
    another: "Another religion",
  },
  orientation: {
    straight: "Straight or heterosexual",
    gay_lesbian: "Gay or lesbian",
    bisexual: "Bisexual",
    another: "Another orientation",
  },
  carer: { yes: "Unpaid carers", no: "Not unpaid carers" },
};

/** What is compared with who lives here, and what it is called. */
export const CHARACTERISTIC_WORDS = {
  ethnicity: "Ethnic group",
  age: "Age, of people of 16 and over",
  disability: "Disability",
  sex: "Sex",
  carer: "Unpaid carers",
  gender: "Gender identity",
  religion: "Religion",
  orientation: "Sexual orientation",
} as const;

/** One of them. */
export type Characteristic = keyof typeof CHARACTERISTIC_WORDS;

/** All of them, in the order of the page. */
export const CHARACTERISTICS = Object.keys(CHARACTERISTIC_WORDS) as Characteristic[];
