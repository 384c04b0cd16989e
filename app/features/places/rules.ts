/** How a neighbourhood's edges were drawn. */
export const BASES = ["geography", "assets", "blended", "gp_aligned"] as const;

/** Where a neighbourhood stands; `shadow` is its trial year, `retired` ones are shown no more. */
export const STATUSES = ["proposed", "shadow", "live", "retired"] as const;

/** Colours of a neighbourhood's tiles, as the furniture names them. */
export const PALETTES = ["green", "brick", "blue", "plum", "teal"] as const;

/** What sort of body an organisation is. */
export const ORGANISATION_KINDS = [
  "council",
  "nhs_trust",
  "icb",
  "pcn",
  "gp_practice",
  "gp_federation",
  "vcfse",
  "faith",
  "community_forum",
  "patient_voice_body",
  "pharmacy",
  "housing",
  "research",
  "other",
] as const;

/** The part of health, care or community life that an organisation speaks for. */
export const SECTORS = [
  "primary_care",
  "community_health",
  "mental_health",
  "acute",
  "social_care",
  "voluntary_community",
  "council_other",
  "resident_led",
  "other",
] as const;

/** What helps people to get into a venue and to stay in it. */
export const VENUE_FEATURES = [
  "step_free",
  "accessible_wc",
  "hearing_loop",
  "quiet_room",
  "parking",
  "blue_badge_bays",
  "baby_change",
  "prayer_room",
] as const;

/** Whose word a theme began with: the plans and papers, or the residents. */
export const ORIGINS = ["official", "resident"] as const;

/** How many people one team can know, from and to. Counting both ends. */
export type Band = { bandLow: number; bandHigh: number };

/** Where a number of people stands against the band. It warns; nothing is ever refused for it. */
export function standingOf(population: number, { bandLow, bandHigh }: Band): "below" | "within" | "above" {
  if (population < bandLow) return "below";
  return population > bandHigh ? "above" : "within";
}

type Lasting = { validFrom: string | null; validTo: string | null };

/** True when an organisation existed on that day, as far as is known. Days as YYYY-MM-DD. */
export function existedOn({ validFrom, validTo }: Lasting, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);
}

type Named = {
  name: string;
  shortName: string;
  formerNames: readonly { name: string; shortName: string; lastDay: string }[];
};

/** What an organisation was called on a day: the name whose last day came soonest after, else today's. */
export function namesOn(organisation: Named, day: string): { name: string; shortName: string } {
  const then = organisation.formerNames
    .filter((one) => one.lastDay >= day)
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))[0];
  const { name, shortName } = then ?? organisation;
  return { name, shortName };
}

type Spell = { fromDay: string; toDay: string | null };

/** True when a spell holds on that day. */
export function holdsOn({ fromDay, toDay }: Spell, day: string): boolean {
  return fromDay <= day && (toDay === null || toDay >= day);
}

/** The day before a day, both as YYYY-MM-DD. */
export function dayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** What can be taken out of use and brought back; the words that its pages say for it. */
export const RETIRABLE = {
  venue: { many: "venues", word: "venue" },
  service: { many: "services", word: "service" },
  cohort: { many: "cohorts", word: "cohort" },
  theme: { many: "themes", word: "theme" },
} as const;

/** One of them. */
export type RetirableKind = keyof typeof RETIRABLE;

/** The kind that an address names by its many, such as `venues`, or null. */
export function kindOfMany(many: string): RetirableKind | null {
  const kinds = Object.keys(RETIRABLE) as RetirableKind[];
  return kinds.find((kind) => RETIRABLE[kind].many === many) ?? null;
}
