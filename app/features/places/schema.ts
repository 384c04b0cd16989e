import { z } from "zod";
import { RESERVED_SLUGS } from "~/platform/slugs";
import { problemsOf } from "./colours";
import { PERIODS, type PeriodName } from "./periods";
import { BASES, ORGANISATION_KINDS, ORIGINS, PALETTES, SECTORS, STATUSES, VENUE_FEATURES } from "./rules";

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

const within = ({ least, most, unit }: { least: number; most: number; unit: string }) => {
  const say = `Enter a whole number of ${unit}, from ${least} to ${most}`;
  return whole(most, say).pipe(z.number().min(least, say));
};

const dayOr = (missing: string) => z.iso.date(missing);
const day = dayOr("Enter a day as year-month-day, such as 2026-06-30");

/** Left empty in a form, or left out of a sheet, it is not known. */
const maybe = <S extends z.ZodType>(known: S) =>
  z
    .preprocess(
      (typed) => (typeof typed === "string" && typed.trim() === "" ? null : typed),
      known.nullable(),
    )
    .default(null);

/** One line each: a list in a sheet, a box of lines in a form. Empty lines fall away. */
const lines = (most: number, longest: number, tooMany: string) =>
  z
    .union([z.array(z.string()), z.string()])
    .default([])
    .transform((typed) => (typeof typed === "string" ? typed.split(/\r\n?|\n/) : typed))
    .transform((all) => [...new Set(all.map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean))])
    .refine((all) => all.length <= most, tooMany)
    .refine(
      (all) => all.every((one) => one.length <= longest),
      `Keep each line to ${longest} characters or fewer`,
    );

const website = maybe(
  z
    .url({ protocol: /^https?$/, error: "Enter an address that begins with https://" })
    .max(300, "Use 300 characters or fewer"),
);

const slug = z
  .string("Enter the word that its address ends in")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, numbers and single hyphens only")
  .max(80, "Use 80 characters or fewer")
  .refine((value) => !RESERVED_SLUGS.includes(value), "This word is kept for the site's own pages");

/** A sheet gives the slug; staff give a name, and the slug is made from it. */
const ownSlug = { slug: slug.optional() };

const counted = {
  population: whole(10_000_000, "Enter the number of people who live here"),
  populationSource: line(200, "Say where the number of people comes from"),
  populationDay: day,
};

const bands = {
  bandLow: whole(10_000_000, "Enter the fewest people that a neighbourhood should have").default(30_000),
  bandHigh: whole(10_000_000, "Enter the most people that a neighbourhood should have").default(50_000),
};

const contactFields = {
  phone: line(40, "Enter the phone number that people can ring"),
  textNumber: line(40, "Enter the number that people can text"),
  email: z.email("Enter an e-mail address such as hello@example.org"),
  address: line(300, "Enter the address for letters"),
  hours: line(120, "Say when somebody answers the phone"),
  safeguardingAdults: line(40, "Enter whom to ring about an adult at risk"),
  safeguardingChildren: line(40, "Enter whom to ring about a child at risk"),
};

const names = {
  name: line(80, "Enter the borough's name"),
  council: line(120, "Enter the council's name"),
  programme: line(120, "Enter the programme's name"),
  tagline: line(120, "Enter a few words that go under the site's name"),
  gssCode: line(20, "Enter the borough's national code"),
};

const boroughFields = z.object({ ...names, contacts: z.object(contactFields), ...counted, ...bands });

const inOrder = (form: { bandLow: number; bandHigh: number }) => form.bandLow <= form.bandHigh;
const OUT_OF_ORDER = { path: ["bandHigh"], error: "The most must not be below the fewest" };

/** The borough, as it is set up once. */
export const boroughForm = boroughFields.refine(inOrder, OUT_OF_ORDER);
/** The same as its settings change it: whom to ring stands beside everything else. */
export const boroughSettingsForm = z
  .object({ ...names, ...contactFields, ...counted, ...bands })
  .refine(inOrder, OUT_OF_ORDER);
/** The same in a sheet, which names what it is about. */
export const boroughSheet = boroughFields.extend({ slug: z.string() }).strict();

/** How long things are kept, each within its bounds; `sure` where somebody says that they know what that deletes. */
export const periodsForm = z.object({
  ...(Object.fromEntries(PERIODS.map((period) => [period.name, within(period)])) as Record<
    PeriodName,
    ReturnType<typeof within>
  >),
  sure: z
    .unknown()
    .optional()
    .transform((value) => value === "yes"),
});

const hex = (missing: string) =>
  z
    .string(missing)
    .trim()
    .toLowerCase()
    .regex(/^#?[0-9a-f]{6}$/, { error: missing, abort: true })
    .transform((value) => (value.startsWith("#") ? value : `#${value}`));

/** Two colours of the borough's own. Refused where words could not be read on them. */
export const coloursForm = z
  .object({
    main: hex("Enter the main colour as # and six digits or letters, such as #0e4a3c"),
    accent: hex("Enter the accent colour as # and six digits or letters, such as #ffb81f"),
  })
  .superRefine((colours, ctx) => {
    for (const { field, words } of problemsOf(colours))
      ctx.addIssue({ code: "custom", path: [field], message: words });
  });

/** What the borough's own mark shows, for people who do not see it. */
export const logoForm = z.object({
  alt: line(120, "Say what the logo shows, for people who do not see it"),
});

const point = z.tuple([z.number(), z.number()]);

/** A neighbourhood, in the order in which its form asks. Its outline may be empty until somebody draws it. */
export const neighbourhoodForm = z.object({
  ...ownSlug,
  name: line(80, "Enter the neighbourhood's name"),
  summary: line(110, "Enter one sentence about it"),
  description: paragraphs(2000, "Describe it in one or two plain sentences"),
  happening: lines(12, 200, "Keep to 12 lines or fewer"),
  aliases: lines(20, 80, "Keep to 20 names or fewer"),
  ...counted,
  status: z.enum(STATUSES, "Choose where it stands"),
  basis: z.enum(BASES, "Choose how its edges were drawn"),
  externalCode: line(20, "Enter the neighbourhood's code"),
  palette: z.enum(PALETTES, "Choose its colours"),
  seed: whole(1_000_000, "Enter a whole number for its tiles").default(1),
  outline: z.array(point).max(5000).default([]),
});

/** Which neighbourhoods come after one that is retired; none is an answer too. */
export const retireNeighbourhoodForm = z.object({
  successors: z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .default([])
    .transform((slugs) => [...new Set(slugs)]),
});

const SECTOR = /^[A-Z]{1,2}\d[A-Z\d]? \d$/;
const sectorHelp = "Write each postcode sector as LK1 4, one on a line";

/** A part of one neighbourhood that became part of another. */
export const boundaryChangeForm = z.object({
  to: z
    .string("Choose the neighbourhood that it is part of now")
    .min(1, "Choose the neighbourhood that it is part of now"),
  day: dayOr("Enter the first day on which it counted"),
  words: line(400, "Say in plain words what moved, and why"),
  decidedBy: line(160, "Say who decided it"),
  sectors: lines(60, 10, "Keep to 60 postcode sectors or fewer").refine(
    (all) => all.every((one) => SECTOR.test(one)),
    sectorHelp,
  ),
});

/** An organisation. */
export const organisationForm = z.object({
  ...ownSlug,
  name: line(160, "Enter the organisation's name"),
  shortName: line(80, "Enter what people call it"),
  kind: z.enum(ORGANISATION_KINDS, "Choose what it is"),
  sector: z.enum(SECTORS, "Choose its sector"),
  externalCode: maybe(line(40, "Enter its code")),
  website,
  validFrom: maybe(dayOr("Enter the first day as a real day, or leave it empty")),
});

/** What an organisation may change about itself without being another one. Its name has a form of its own. */
export const organisationFactsForm = organisationForm.omit({ slug: true, name: true, shortName: true });

/** A new name, and the first day on which it counts. */
export const renameForm = z.object({
  name: line(160, "Enter the new name"),
  shortName: line(80, "Enter what people call it now"),
  day: dayOr("Enter the first day of the new name"),
});

/** The last day of an organisation, and who took its work over. Without a day it has not ended. */
export const endOrganisationForm = z.object({
  lastDay: maybe(dayOr("Enter the last day as a real day, or leave it empty")),
  successor: maybe(z.string()),
});

/** A tick in a form, or yes in a sheet. */
const tick = z
  .union([z.boolean(), z.enum(["yes", "no", ""])])
  .optional()
  .transform((value) => value === true || value === "yes");

/** A venue. Its neighbourhood is a slug; left out for one outside the borough. */
export const venueForm = z
  .object({
    ...ownSlug,
    name: line(120, "Enter the venue's name"),
    address: paragraphs(300, "Enter the venue's address"),
    postcode: line(10, "Enter the venue's postcode"),
    neighbourhood: maybe(z.string()),
    capacity: whole(100_000, "Enter how many people the largest room holds"),
    travel: paragraphs(1000, "Say how to get there without a car"),
    arrival: paragraphs(1000, "Say what happens at the door, and the way in without steps"),
    features: z
      .union([z.array(z.enum(VENUE_FEATURES)), z.enum(VENUE_FEATURES).transform((one) => [one])])
      .default([])
      .transform((codes) => [...new Set(codes)]),
    isHub: tick,
    opening: maybe(line(200, "Say when it is open")),
  })
  .refine((venue) => !venue.isHub || venue.opening, {
    path: ["opening"],
    error: "Say when the hub is open, because people may walk in",
  });

/** A service. Its organisation is a slug. */
export const serviceForm = z.object({
  ...ownSlug,
  name: line(120, "Enter the service's name"),
  organisation: z.string("Choose who runs it").min(1, "Choose who runs it"),
  summary: line(300, "Say in a sentence or two what it does for people"),
  reach: line(200, "Say how people reach it"),
  website,
});

/** Where a service begins to work. Left empty, the area is the whole borough. */
export const coverageForm = z.object({
  neighbourhood: maybe(z.string()),
  fromDay: dayOr("Enter the first day on which it covered the area"),
});

/** The last day on which a service covered an area. */
export const endCoverageForm = z.object({
  area: z.uuid("Choose an area of this service"),
  lastDay: dayOr("Enter the last day on which it covered the area"),
});

/** A group of people alike in what they need. */
export const cohortForm = z
  .object({
    ...ownSlug,
    name: line(80, "Enter what the group is called"),
    definition: paragraphs(600, "Say in plain words who is meant"),
    criteria: paragraphs(600, "Say by what rule somebody belongs"),
    estimate: maybe(whole(10_000_000, "Enter about how many people they are, or leave it empty")),
    source: maybe(line(200, "Say where the number comes from")),
  })
  .refine((cohort) => cohort.estimate === null || cohort.source, {
    path: ["source"],
    error: "Say where the number of people comes from",
  });

/** A theme, in the words of both sides. Its parent is a slug. */
export const themeForm = z.object({
  ...ownSlug,
  label: line(80, "Enter the official word"),
  plainLabel: line(80, "Enter the residents' own word"),
  origin: z.enum(ORIGINS, "Choose whose word came first"),
  parent: maybe(z.string()),
  aliases: lines(40, 80, "Keep to 40 other words or fewer"),
});

/** The theme that another becomes part of. */
export const mergeForm = z.object({
  into: z.string("Choose the theme that stays").min(1, "Choose the theme that stays"),
});

/** Every postcode sector (such as LK1 4) and the slug of the neighbourhood that it counts as. */
export const postcodeSectorsForm = z.record(z.string().regex(SECTOR, "Write a sector as LK1 4"), z.string());

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
