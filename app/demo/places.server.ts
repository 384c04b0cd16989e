import { z } from "zod";
import {
  importBorough,
  importPlaces,
  type PlacesSheet,
  placesSheet,
} from "~/features/places/import-places.server";
import { readDemo } from "./content.server";
import { type Act, london } from "./timeline";

const feature = z.object({
  properties: z.object({ kind: z.string(), slug: z.string().optional() }),
  geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
});
const drawing = z.object({ features: z.array(feature) });
const ring = z.array(z.tuple([z.number(), z.number()])).min(4);

/** Reads and checks the places and the drawing. */
export function readPlaces(): PlacesSheet {
  const { features } = readDemo("neighbourhoods.geo.json", drawing);
  const drawn = features.filter((one) => one.properties.kind === "neighbourhood");
  const outlines = new Map(
    drawn.map(({ properties, geometry }) => [properties.slug ?? "", ring.parse(geometry.coordinates[0])]),
  );
  const sheet = readDemo("places.yaml", placesSheet);
  return {
    ...sheet,
    neighbourhoods: sheet.neighbourhoods.map((one) => ({ ...one, outline: outlines.get(one.slug) ?? [] })),
  };
}

/** Setting the borough up, four weeks before its trial year begins. */
export function placesActs(places: PlacesSheet): Act[] {
  return [
    { at: london("2025-03-03T09:00"), run: (ctx) => importBorough(ctx, places) },
    { at: london("2025-03-03T10:00"), run: (ctx) => importPlaces(ctx, places) },
  ];
}
