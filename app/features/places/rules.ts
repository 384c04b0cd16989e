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
