import { z } from "zod";
import { RESERVED_SLUGS } from "~/platform/slugs";
import { BASES, ORGANISATION_KINDS, PALETTES, SECTORS, STATUSES, VENUE_FEATURES } from "./rules";

/** Staff pages are in English, so messages are sentences. */
const line = (most: number, missing: string) =>
  z
    .string(missing)
    .transform((value) => value.replace(/\s+/g, " ").trim())
    .pipe(z.string().min(1, missing).max(most, `Use ${most} characters or fewer`));

const paragraphs = (most: number, missing: string) =>
  z
    .string(missing)
    .transform((value) => value.replace(/\r\n?/g, "\n").trim())
    .pipe(z.string().min(1, missing).max(most, `Use ${most} characters or fewer`));

/** A whole number, typed into a form or given as one; an empty box is no number. */
const whole = (most: number, missing: string) =>
  z
    .union([z.number(), z.string().trim().regex(/^\d+$/).transform(Number)], missing)
    .pipe(z.number().int(missing).min(0, missing).max(most, missing));

const day = z.iso.date("Enter a day as year-month-day, such as 2026-06-30");

const slug = z
  .string("Enter the word that its address ends in")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, numbers and single hyphens only")
  .max(80, "Use 80 characters or fewer")
  .refine((value) => !RESERVED_SLUGS.includes(value), "This word is kept for the site's own pages");

const counted = {
  population: whole(10_000_000, "Enter the number of people who live here"),
  populationSource: line(200, "Say where the number of people comes from"),
  populationDay: day,
};

/** The borough, as it is set up once. */
export const boroughForm = z.object({
  name: line(80, "Enter the borough's name"),
  council: line(120, "Enter the council's name"),
  programme: line(120, "Enter the programme's name"),
  tagline: line(120, "Enter a few words that go under the site's name"),
  gssCode: line(20, "Enter the borough's national code"),
  ...counted,
  contacts: z.object({
    phone: line(40, "Enter the phone number that people can ring"),
    textNumber: line(40, "Enter the number that people can text"),
    email: z.email("Enter an e-mail address such as hello@example.org"),
    address: line(300, "Enter the address for letters"),
    hours: line(120, "Say when somebody answers the phone"),
    safeguardingAdults: line(40, "Enter whom to ring about an adult at risk"),
    safeguardingChildren: line(40, "Enter whom to ring about a child at risk"),
  }),
});

const point = z.tuple([z.number(), z.number()]);

/** A neighbourhood. Its outline may be empty until somebody draws it. */
export const neighbourhoodForm = z.object({
  slug,
  name: line(80, "Enter the neighbourhood's name"),
  externalCode: line(20, "Enter the neighbourhood's code"),
  basis: z.enum(BASES, "Choose how its edges were drawn"),
  status: z.enum(STATUSES, "Choose where it stands"),
  ...counted,
  palette: z.enum(PALETTES, "Choose its colours"),
  seed: whole(1_000_000, "Enter a whole number for its tiles"),
  summary: line(110, "Enter one sentence about it"),
  description: paragraphs(2000, "Describe it in one or two plain sentences"),
  happening: z.array(line(200, "Say what is going on, or take the line away")).max(12).default([]),
  aliases: z.array(line(80, "Enter another name, or take the line away")).max(20).default([]),
  outline: z.array(point).max(5000).default([]),
});

/** An organisation. */
export const organisationForm = z.object({
  slug,
  name: line(160, "Enter the organisation's name"),
  shortName: line(80, "Enter what people call it"),
  kind: z.enum(ORGANISATION_KINDS, "Choose what it is"),
  sector: z.enum(SECTORS, "Choose its sector"),
});

/** A venue. Its neighbourhood is a slug; left out for one outside the borough. */
export const venueForm = z.object({
  slug,
  name: line(120, "Enter the venue's name"),
  address: paragraphs(300, "Enter the venue's address"),
  postcode: line(10, "Enter the venue's postcode"),
  neighbourhood: z
    .string()
    .nullish()
    .transform((value) => value || null),
  features: z
    .array(z.enum(VENUE_FEATURES))
    .default([])
    .transform((codes) => [...new Set(codes)]),
  travel: paragraphs(1000, "Say how to get there without a car"),
  arrival: paragraphs(1000, "Say what happens at the door, and the way in without steps"),
  capacity: whole(100_000, "Enter how many people the largest room holds"),
});

/** Every postcode sector (such as LK1 4) and the slug of the neighbourhood that it counts as. */
export const postcodeSectorsForm = z.record(
  z.string().regex(/^[A-Z]{1,2}\d[A-Z\d]? \d$/, "Write a sector as LK1 4"),
  z.string(),
);

type Issue = { path: PropertyKey[]; message: string };

/** Messages by field, as pages show them; parts of a field are joined with dots. */
export function fieldsOf(error: { issues: readonly Issue[] }): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.join(".");
    fields[field] = [...(fields[field] ?? []), issue.message];
  }
  return fields;
}

/** A theme, in official words and in the residents' own. */
export const themeForm = z.object({
  slug,
  label: line(80, "Enter the official word"),
  plainLabel: line(80, "Enter it in residents' own words"),
  origin: z.enum(["official", "resident"], "Choose whose word came first"),
});
