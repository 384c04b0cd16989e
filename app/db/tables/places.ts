import {
  boolean,
  code,
  index,
  integer,
  json,
  moment,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns";

/** How people reach the neighbourhood programme, and whom to ring in danger. */
export type BoroughContacts = {
  phone: string;
  textNumber: string;
  email: string;
  address: string;
  hours: string;
  safeguardingAdults: string;
  safeguardingChildren: string;
};

/** Two colours of the borough's own, as #rrggbb: of the site's head and buttons, and of what stands out. */
export type BoroughColours = { main: string; accent: string };

/** The borough's own mark: what it shows in words, its size in pixels, and the row of `logos` that holds it. */
export type BoroughLogo = { id: string; alt: string; width: number; height: number };

/** The council area that the programme covers. */
export const boroughs = table("boroughs", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  council: text("council").notNull(),
  programme: text("programme").notNull(),
  tagline: text("tagline").notNull(),
  gssCode: text("gss_code").notNull(),
  population: integer("population").notNull(),
  populationSource: text("population_source").notNull(),
  populationDay: text("population_day").notNull(),
  contacts: json<BoroughContacts>("contacts").notNull(),
  /** People in a neighbourhood that one team can know: outside of it staff are warned, and never stopped. */
  bandLow: integer("band_low").notNull().default(30_000),
  bandHigh: integer("band_high").notNull().default(50_000),
  /** Null: the site's own colours, and its own mark. */
  colours: json<BoroughColours>("colours"),
  logo: json<BoroughLogo>("logo"),
  /** How long things are kept, by the names of platform/retention; null: as the site begins. */
  periods: json<Record<string, number>>("periods"),
});

/** The picture of the borough's own mark, as Base64 of a cleaned PNG; its id is a hash of what it shows. */
export const logos = table("logos", {
  id: text("id").primaryKey(),
  png: text("png").notNull(),
});

/** An agreed part of the borough where teams work together. */
export const neighbourhoods = table(
  "neighbourhoods",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    externalCode: text("external_code").notNull(),
    basis: code("basis", ["geography", "assets", "blended", "gp_aligned"]).notNull(),
    status: code("status", ["proposed", "shadow", "live", "retired"]).notNull(),
    population: integer("population").notNull(),
    populationSource: text("population_source").notNull(),
    populationDay: text("population_day").notNull(),
    palette: code("palette", ["green", "brick", "blue", "plum", "teal"]).notNull(),
    seed: integer("seed").notNull(),
    summary: text("summary").notNull(),
    description: text("description").notNull(),
    happening: json<string[]>("happening").notNull(),
    aliases: json<string[]>("aliases").notNull(),
    /** Outer ring as [x, y] pairs for the drawn map, clockwise; empty when not drawn. */
    outline: json<[number, number][]>("outline").notNull(),
    position: integer("position").notNull(),
    /** The day it was retired, as YYYY-MM-DD; set with the status. */
    retiredDay: text("retired_day"),
  },
  (t) => [uniqueIndex("neighbourhoods_slug_uq").on(t.slug)],
);

/** Which neighbourhood came after which, when one was retired. */
export const neighbourhoodSuccessions = table(
  "neighbourhood_successions",
  {
    predecessorId: text("predecessor_id")
      .notNull()
      .references(() => neighbourhoods.id),
    successorId: text("successor_id")
      .notNull()
      .references(() => neighbourhoods.id),
  },
  (t) => [
    primaryKey({ columns: [t.predecessorId, t.successorId] }),
    index("neighbourhood_successions_successor_ix").on(t.successorId),
  ],
);

/** A part of one neighbourhood that became part of another. Written once and never changed. */
export const boundaryChanges = table(
  "boundary_changes",
  {
    id: text("id").primaryKey(),
    /** The first day on which it counted, as YYYY-MM-DD. */
    day: text("day").notNull(),
    fromId: text("from_id")
      .notNull()
      .references(() => neighbourhoods.id),
    toId: text("to_id")
      .notNull()
      .references(() => neighbourhoods.id),
    /** What moved and why, for everyone to read. */
    words: text("words").notNull(),
    /** Who decided it, in words. */
    decidedBy: text("decided_by").notNull(),
    /** Postcode sectors that moved with it. */
    sectors: json<string[]>("sectors").notNull(),
    recordedAt: moment("recorded_at").notNull(),
  },
  (t) => [index("boundary_changes_from_ix").on(t.fromId), index("boundary_changes_to_ix").on(t.toId)],
);

/** A name that an organisation had, and the last day on which it had it. */
export type FormerName = { name: string; shortName: string; lastDay: string };

/** Any body taking part, statutory or community. */
export const organisations = table(
  "organisations",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    shortName: text("short_name").notNull(),
    kind: code("kind", [
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
    ]).notNull(),
    sector: code("sector", [
      "primary_care",
      "community_health",
      "mental_health",
      "acute",
      "social_care",
      "voluntary_community",
      "council_other",
      "resident_led",
      "other",
    ]).notNull(),
    /** What a register calls it: a health service code or a charity number. */
    externalCode: text("external_code"),
    website: text("website"),
    /** First and last day that it existed, where they are known, as YYYY-MM-DD. */
    validFrom: text("valid_from"),
    validTo: text("valid_to"),
    /** Who took its work over. */
    successorId: text("successor_id"),
    /** Names before today's, the latest first. */
    formerNames: json<FormerName[]>("former_names").notNull().default([]),
  },
  (t) => [
    uniqueIndex("organisations_slug_uq").on(t.slug),
    index("organisations_successor_ix").on(t.successorId),
  ],
);

/** A place where events happen, with what makes it possible to get in and take part. */
export const venues = table(
  "venues",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    address: text("address").notNull(),
    postcode: text("postcode").notNull(),
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    /** Access feature codes; see features/places/rules.ts. */
    features: json<string[]>("features").notNull(),
    travel: text("travel").notNull(),
    arrival: text("arrival").notNull(),
    /** People the largest room holds. */
    capacity: integer("capacity").notNull(),
    /** True for a hub: people may walk in without an event. When it is open, in words. */
    isHub: boolean("is_hub").notNull().default(false),
    opening: text("opening"),
    /** The day from which it is used no more. */
    retiredDay: text("retired_day"),
  },
  (t) => [uniqueIndex("venues_slug_uq").on(t.slug), index("venues_neighbourhood_ix").on(t.neighbourhoodId)],
);

/** Something that an organisation does for people who live in an area. */
export const services = table(
  "services",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** What it does for people, in a sentence or two. */
    summary: text("summary").notNull(),
    /** How to reach it, in words. */
    reach: text("reach").notNull(),
    website: text("website"),
    retiredDay: text("retired_day"),
  },
  (t) => [uniqueIndex("services_slug_uq").on(t.slug), index("services_organisation_ix").on(t.organisationId)],
);

/** Which neighbourhood a service covers, since when and until when. A new area is a new row; none is deleted. */
export const serviceAreas = table(
  "service_areas",
  {
    id: text("id").primaryKey(),
    serviceId: text("service_id")
      .notNull()
      .references(() => services.id),
    /** Null: the whole borough. */
    neighbourhoodId: text("neighbourhood_id").references(() => neighbourhoods.id),
    fromDay: text("from_day").notNull(),
    /** The last day; null while it goes on. */
    toDay: text("to_day"),
  },
  (t) => [
    index("service_areas_service_ix").on(t.serviceId),
    index("service_areas_neighbourhood_ix").on(t.neighbourhoodId),
  ],
);

/** A group of people alike in what they need, whom pilots and measures are about. */
export const cohorts = table(
  "cohorts",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** Who is meant, in plain words; and the exact rule by which somebody belongs. */
    definition: text("definition").notNull(),
    criteria: text("criteria").notNull(),
    /** About how many people, and where that comes from; null while it is not known. */
    estimate: integer("estimate"),
    source: text("source"),
    position: integer("position").notNull(),
    retiredDay: text("retired_day"),
  },
  (t) => [uniqueIndex("cohorts_slug_uq").on(t.slug)],
);

/** What something is about: the official word and the residents' own, side by side. */
export const themes = table(
  "themes",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    /** As plans and papers say it; and as residents say it. */
    label: text("label").notNull(),
    plainLabel: text("plain_label").notNull(),
    /** Whose word came first. */
    origin: code("origin", ["official", "resident"]).notNull(),
    parentId: text("parent_id"),
    /** Other words for it, those of themes merged into it too. */
    aliases: json<string[]>("aliases").notNull(),
    /** The theme that it is part of now. What was about it is about that one. */
    mergedIntoId: text("merged_into_id"),
    retiredDay: text("retired_day"),
  },
  (t) => [
    uniqueIndex("themes_slug_uq").on(t.slug),
    index("themes_parent_ix").on(t.parentId),
    index("themes_merged_ix").on(t.mergedIntoId),
  ],
);

/** Which neighbourhood a postcode sector (such as LK1 4) lies in. Typed postcodes are looked up, never kept. */
export const postcodeSectors = table("postcode_sectors", {
  sector: text("sector").primaryKey(),
  neighbourhoodId: text("neighbourhood_id")
    .notNull()
    .references(() => neighbourhoods.id),
});
