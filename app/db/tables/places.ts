import { code, index, integer, json, table, text, uniqueIndex } from "../columns";

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
  },
  (t) => [uniqueIndex("neighbourhoods_slug_uq").on(t.slug)],
);

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
  },
  (t) => [uniqueIndex("organisations_slug_uq").on(t.slug)],
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
  },
  (t) => [uniqueIndex("venues_slug_uq").on(t.slug), index("venues_neighbourhood_ix").on(t.neighbourhoodId)],
);

/** Which neighbourhood a postcode sector (such as LK1 4) lies in. Typed postcodes are looked up, never kept. */
export const postcodeSectors = table("postcode_sectors", {
  sector: text("sector").primaryKey(),
  neighbourhoodId: text("neighbourhood_id")
    .notNull()
    .references(() => neighbourhoods.id),
});
