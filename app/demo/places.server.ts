import { z } from "zod";
import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { addOrganisation } from "~/features/places/add-organisation.server";
import { addVenue } from "~/features/places/add-venue.server";
import {
  boroughForm,
  neighbourhoodForm,
  organisationForm,
  postcodeSectorsForm,
  venueForm,
} from "~/features/places/schema";
import { setPostcodeSectors } from "~/features/places/set-postcode-sectors.server";
import { setUpBorough } from "~/features/places/set-up-borough.server";
import { readDemo } from "./content.server";
import { type Act, accepted, london } from "./timeline";

const sheet = z.strictObject({
  borough: boroughForm.extend({ slug: z.string() }).strict(),
  neighbourhoods: z.array(neighbourhoodForm.omit({ outline: true }).strict()),
  organisations: z.array(organisationForm.strict()),
  venues: z.array(venueForm.strict()),
  postcodeSectors: postcodeSectorsForm,
});

const feature = z.object({
  properties: z.object({ kind: z.string(), slug: z.string().optional() }),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
});
const drawing = z.object({ features: z.array(feature) });
const ring = z.array(z.tuple([z.number(), z.number()])).min(4);

/** The borough's places, as content/demo/places.yaml and the drawn map have them. */
export type PlacesSheet = z.output<typeof sheet> & { outlines: Map<string, [number, number][]> };

/** Reads and checks the places and the drawing. */
export function readPlaces(): PlacesSheet {
  const { features } = readDemo("neighbourhoods.geo.json", drawing);
  const drawn = features.filter((one) => one.properties.kind === "neighbourhood");
  const outlines = new Map(
    drawn.map(({ properties, geometry }) => [properties.slug ?? "", ring.parse(geometry.coordinates[0])]),
  );
  return { ...readDemo("places.yaml", sheet), outlines };
}

/** Setting the borough up, four weeks before its trial year begins. */
export function placesActs(places: PlacesSheet): Act[] {
  return [
    {
      at: london("2025-03-03T09:00"),
      run: async (ctx) => {
        accepted("the borough", await setUpBorough(ctx, { typed: places.borough }));
      },
    },
    {
      at: london("2025-03-03T10:00"),
      run: async (ctx) => {
        for (const one of places.neighbourhoods) {
          const typed = { ...one, outline: places.outlines.get(one.slug) ?? [] };
          accepted(one.slug, await addNeighbourhood(ctx, { typed }));
        }
        for (const typed of places.organisations) accepted(typed.slug, await addOrganisation(ctx, { typed }));
        for (const typed of places.venues) accepted(typed.slug, await addVenue(ctx, { typed }));
        const typed = places.postcodeSectors;
        accepted("the postcode sectors", await setPostcodeSectors(ctx, { typed }));
      },
    },
  ];
}
