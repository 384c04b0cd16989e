import { z } from "zod";
import { endCoverage } from "~/features/places/end-coverage.server";
import { endOrganisation } from "~/features/places/end-organisation.server";
import {
  importBorough,
  importPlaces,
  type PlacesSheet,
  placesSheet,
} from "~/features/places/import-places.server";
import { mergeTheme } from "~/features/places/merge-theme.server";
import { findNeighbourhood } from "~/features/places/read.server";
import { findService, listAreasOf } from "~/features/places/read-services.server";
import { recordBoundaryChange } from "~/features/places/record-boundary-change.server";
import { renameOrganisation } from "~/features/places/rename-organisation.server";
import { retireNeighbourhood } from "~/features/places/retire-neighbourhood.server";
import type { Ctx } from "~/platform/context.server";
import { readDemo } from "./content.server";
import type { Cast } from "./people.server";
import { type Act, accepted, as, london } from "./timeline";

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

const KEEPER = "helen-pike";

/**
 * Setting the borough up, four weeks before its trial year begins, as places were then; and how they
 * became what they are, each at its day and by who keeps them.
 */
export function placesActs(places: PlacesSheet, cast: Cast): Act[] {
  const before = asBefore(places);
  return [
    { at: london("2025-03-03T09:00"), run: (ctx) => importBorough(ctx, before) },
    { at: london("2025-03-03T10:00"), run: (ctx) => importPlaces(ctx, before) },
    ...historyActs(places).map(({ day, what, run }) => ({
      at: london(`${day}T09:30`),
      async run(ctx: Ctx) {
        accepted(what, await run(as(ctx, cast.get(KEEPER) ?? ctx.actor)));
      },
    })),
  ];
}

/** The sheet as it would have been written before its history: names, postcodes and places of that time. */
function asBefore(places: PlacesSheet): PlacesSheet {
  const { history } = places;
  const moved = history.boundaries.flatMap(({ from, sectors }) => sectors.map((one) => [one, from] as const));
  const thenNamed = (slug: string) => {
    const found = history.renamed.find((one) => one.organisation === slug);
    return found && { name: found.name, shortName: found.shortName };
  };
  return {
    ...places,
    neighbourhoods: [
      ...places.neighbourhoods,
      ...history.neighbourhoods.map(({ retiredDay: _day, successors: _next, ...one }) => one),
    ],
    organisations: [
      ...places.organisations.map((one) => ({ ...one, ...thenNamed(one.slug) })),
      ...history.organisations.map(({ lastDay: _day, successor: _next, ...one }) => one),
    ],
    postcodeSectors: { ...places.postcodeSectors, ...Object.fromEntries(moved) },
  };
}

type Told = { day: string; what: string; run: (ctx: Ctx) => Promise<{ ok: boolean }> };

function historyActs({ history, organisations }: PlacesSheet): Told[] {
  return [
    ...history.renamed.map(({ organisation: slug, day }) => ({
      day,
      what: `renaming ${slug}`,
      run: (ctx: Ctx) =>
        renameOrganisation(ctx, { slug, typed: { ...organisations.find((one) => one.slug === slug), day } }),
    })),
    ...history.neighbourhoods.map(({ slug, retiredDay, successors }) => ({
      day: retiredDay,
      what: `retiring ${slug}`,
      run: (ctx: Ctx) => retireNeighbourhood(ctx, { slug, typed: { successors } }),
    })),
    ...history.organisations.map(({ slug, lastDay, successor }) => ({
      day: lastDay,
      what: `the end of ${slug}`,
      run: (ctx: Ctx) => endOrganisation(ctx, { slug, typed: { lastDay, successor } }),
    })),
    ...history.boundaries.map(({ from, ...typed }) => ({
      day: typed.day,
      what: `the boundary of ${from}`,
      run: (ctx: Ctx) => recordBoundaryChange(ctx, { slug: from, typed }),
    })),
    ...history.uncovered.map(({ service, area, lastDay }) => ({
      day: lastDay,
      what: `the end of ${service} in ${area}`,
      run: (ctx: Ctx) => endThere(ctx, service, area, lastDay),
    })),
    ...history.merged.map(({ theme, into, day }) => ({
      day,
      what: `merging ${theme}`,
      run: (ctx: Ctx) => mergeTheme(ctx, { slug: theme, typed: { into } }),
    })),
  ];
}

async function endThere(ctx: Ctx, slug: string, area: string, lastDay: string) {
  const service = await findService(ctx, slug);
  const home = await findNeighbourhood(ctx, area);
  const there =
    service && (await listAreasOf(ctx, service.id)).find((one) => one.neighbourhoodId === home?.id);
  return endCoverage(ctx, { slug, typed: { area: there?.id, lastDay } });
}
