import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { addCohort } from "./add-cohort.server";
import { addNeighbourhood } from "./add-neighbourhood.server";
import { addOrganisation } from "./add-organisation.server";
import { addService } from "./add-service.server";
import { addTheme } from "./add-theme.server";
import { addVenue } from "./add-venue.server";
import { coverArea } from "./cover-area.server";
import {
  boroughSheet,
  boundaryChangeForm,
  cohortForm,
  neighbourhoodForm,
  organisationForm,
  postcodeSectorsForm,
  serviceForm,
  themeForm,
  venueForm,
} from "./schema";
import { setPostcodeSectors } from "./set-postcode-sectors.server";
import { setUpBorough } from "./set-up-borough.server";

const slug = z.string();
const day = z.iso.date();
/** What a sheet says of each area: since when the service covers it. The word `borough` is all of it. */
const covers = z.record(slug, day);

/** A borough and its places in one sheet; content/demo/places.yaml is one, with every field explained. */
export const placesSheet = z.strictObject({
  borough: boroughSheet,
  neighbourhoods: z.array(neighbourhoodForm.extend({ slug }).partial({ outline: true }).strict()),
  organisations: z.array(organisationForm.extend({ slug }).strict()),
  venues: z.array(venueForm.safeExtend({ slug }).strict()),
  postcodeSectors: postcodeSectorsForm,
  services: z.array(serviceForm.extend({ slug, covers }).strict()),
  cohorts: z.array(cohortForm.safeExtend({ slug }).strict()),
  themes: z.array(themeForm.extend({ slug }).strict()),
  history: z.strictObject({
    neighbourhoods: z.array(
      neighbourhoodForm.extend({ slug, retiredDay: day, successors: z.array(slug) }).strict(),
    ),
    organisations: z.array(organisationForm.extend({ slug, lastDay: day, successor: slug }).strict()),
    renamed: z.array(z.strictObject({ organisation: slug, name: z.string(), shortName: z.string(), day })),
    boundaries: z.array(boundaryChangeForm.extend({ from: slug }).strict()),
    uncovered: z.array(z.strictObject({ service: slug, area: slug, lastDay: day })),
    merged: z.array(z.strictObject({ theme: slug, into: slug, day })),
  }),
});

/** A sheet that has been checked. */
export type PlacesSheet = z.output<typeof placesSheet>;

/** Sets the borough up. Throws, naming what was refused; a second borough is. */
export async function importBorough(ctx: Ctx, sheet: PlacesSheet): Promise<void> {
  must("the borough", await setUpBorough(ctx, { typed: sheet.borough }));
}

/** Adds everything else of the sheet, in the order in which things name each other. Throws for what is refused. */
export async function importPlaces(ctx: Ctx, sheet: PlacesSheet): Promise<void> {
  for (const one of sheet.neighbourhoods) {
    must(one.slug, await addNeighbourhood(ctx, { typed: { outline: [], ...one } }));
  }
  for (const typed of sheet.organisations) must(typed.slug, await addOrganisation(ctx, { typed }));
  for (const typed of sheet.venues) must(typed.slug, await addVenue(ctx, { typed }));
  await importServices(ctx, sheet);
  for (const typed of sheet.cohorts) must(typed.slug, await addCohort(ctx, { typed }));
  for (const typed of sheet.themes) must(typed.slug, await addTheme(ctx, { typed }));
  must("the postcode sectors", await setPostcodeSectors(ctx, { typed: sheet.postcodeSectors }));
}

async function importServices(ctx: Ctx, sheet: PlacesSheet): Promise<void> {
  for (const { covers, ...typed } of sheet.services) {
    must(typed.slug, await addService(ctx, { typed }));
    for (const [area, fromDay] of Object.entries(covers)) {
      const where = { neighbourhood: area === "borough" ? "" : area, fromDay };
      must(`${typed.slug} in ${area}`, await coverArea(ctx, { slug: typed.slug, typed: where }));
    }
  }
}

function must(
  what: string,
  answer: { ok: boolean; reason?: string; fields?: Record<string, string[]> },
): void {
  if (answer.ok) return;
  const fields = Object.entries(answer.fields ?? {}).map(([field, [message]]) => `${field}: ${message}`);
  throw new Error(`Could not take in ${what}: ${[answer.reason, ...fields].join("; ")}.`);
}
