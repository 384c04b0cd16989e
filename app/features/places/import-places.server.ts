import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { addNeighbourhood } from "./add-neighbourhood.server";
import { addOrganisation } from "./add-organisation.server";
import { addVenue } from "./add-venue.server";
import { boroughForm, neighbourhoodForm, organisationForm, postcodeSectorsForm, venueForm } from "./schema";
import { setPostcodeSectors } from "./set-postcode-sectors.server";
import { setUpBorough } from "./set-up-borough.server";

/** A borough and its places in one sheet; content/demo/places.yaml is one, with every field explained. */
export const placesSheet = z.strictObject({
  borough: boroughForm.extend({ slug: z.string() }).strict(),
  neighbourhoods: z.array(neighbourhoodForm.partial({ outline: true }).strict()),
  organisations: z.array(organisationForm.strict()),
  venues: z.array(venueForm.strict()),
  postcodeSectors: postcodeSectorsForm,
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
  must("the postcode sectors", await setPostcodeSectors(ctx, { typed: sheet.postcodeSectors }));
}

function must(
  what: string,
  answer: { ok: boolean; reason?: string; fields?: Record<string, string[]> },
): void {
  if (answer.ok) return;
  const fields = Object.entries(answer.fields ?? {}).map(([field, [message]]) => `${field}: ${message}`);
  throw new Error(`Could not take in ${what}: ${[answer.reason, ...fields].join("; ")}.`);
}
