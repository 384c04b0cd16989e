/** A day that a form or a table holds, YYYY-MM-DD, as an instant to be written in words. */
export const atNoon = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** How a neighbourhood's edges were drawn. */
export const BASIS_WORDS: Readonly<Record<string, string>> = {
  geography: "By streets, hills and water",
  assets: "Around what people have and use",
  blended: "Both: streets, and what people use",
  gp_aligned: "Around GP practices",
};

/** Where a neighbourhood stands. */
export const STATUS_WORDS: Readonly<Record<string, string>> = {
  proposed: "Proposed",
  shadow: "In its trial year",
  live: "Live",
  retired: "Retired",
};

/** Colours of a neighbourhood's tiles. */
export const PALETTE_WORDS: Readonly<Record<string, string>> = {
  green: "Green",
  brick: "Brick red",
  blue: "Blue",
  plum: "Plum",
  teal: "Teal",
};

/** What an organisation is. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  council: "Council",
  nhs_trust: "NHS trust",
  icb: "Integrated care board",
  pcn: "Primary care network",
  gp_practice: "GP practice",
  gp_federation: "GP federation",
  vcfse: "Charity, community group or social enterprise",
  faith: "Faith organisation",
  community_forum: "Community forum",
  patient_voice_body: "Patient voice body",
  pharmacy: "Pharmacy",
  housing: "Housing provider",
  research: "Research or evaluation",
  other: "Something else",
};

/** For which part of health, care and community life an organisation speaks. */
export const SECTOR_WORDS: Readonly<Record<string, string>> = {
  primary_care: "GPs and primary care",
  community_health: "Community health",
  mental_health: "Mental health",
  acute: "Hospitals",
  social_care: "Social care",
  voluntary_community: "Voluntary and community",
  council_other: "Council, other than care",
  resident_led: "Led by residents",
  other: "Another sector",
};

/** Whose word a theme began with. */
export const ORIGIN_WORDS: Readonly<Record<string, string>> = {
  official: "Plans and papers",
  resident: "Residents",
};

/** What just happened, by the word in the address. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  added: "It is added",
  changed: "The changes are saved",
  boundary: "The boundary change is written down, and its postcodes have moved",
  renamed: "It has its new name. What it ran before keeps the old one",
  ended: "Its end is written down",
  "goes-on": "It goes on",
  retired: "It is out of use. Whatever names it keeps naming it",
  back: "It is back in use",
  covered: "The area is covered",
  uncovered: "The last day is written down",
  merged: "The themes are one now. This one keeps the words of both",
  postcodes: "The new postcodes count from now on",
  colours: "The site has its new colours",
  "first-colours": "The site has its own colours again",
  logo: "The logo stands at the head of every page",
  "no-logo": "The logo is taken away",
};

const number = new Intl.NumberFormat("en-GB");

/** What to say about a number of people outside the band, or null. It warns and stops nothing. */
export function bandWords(
  standing: "below" | "within" | "above",
  { bandLow, bandHigh }: { bandLow: number; bandHigh: number },
): string | null {
  if (standing === "within") return null;
  const band = `${number.format(bandLow)} to ${number.format(bandHigh)} people`;
  return `${standing === "above" ? "More" : "Fewer"} people than the ${band} that one team is meant to know`;
}
