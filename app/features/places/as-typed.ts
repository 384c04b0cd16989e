import type { Typed } from "~/ui/typed";
import type { Borough, Neighbourhood, Organisation, Venue } from "./read.server";
import type { Cohort } from "./read-cohorts.server";
import type { Service } from "./read-services.server";
import type { Theme } from "./read-themes.server";

/** What would have been typed to make a neighbourhood so. */
export function neighbourhoodAsTyped(one: Neighbourhood): Typed {
  const { name, summary, description, populationSource, populationDay, status, basis, externalCode } = one;
  return {
    ...{ name, summary, description, populationSource, populationDay, status, basis, externalCode },
    palette: one.palette,
    population: String(one.population),
    happening: one.happening.join("\n"),
    aliases: one.aliases.join("\n"),
  };
}

/** The same for the facts of an organisation. */
export function organisationAsTyped(one: Organisation): Typed {
  return {
    kind: one.kind,
    sector: one.sector,
    externalCode: one.externalCode ?? "",
    website: one.website ?? "",
    validFrom: one.validFrom ?? "",
  };
}

/** The same for a venue; `home` is the slug of its neighbourhood. */
export function venueAsTyped(one: Venue, home: string): Typed {
  const { name, address, postcode, travel, arrival, features } = one;
  return {
    ...{ name, address, postcode, travel, arrival, features },
    neighbourhood: home,
    capacity: String(one.capacity),
    isHub: one.isHub ? "yes" : "no",
    opening: one.opening ?? "",
  };
}

/** The same for a service; `runBy` is the slug of its organisation. */
export function serviceAsTyped({ name, summary, reach, website }: Service, runBy: string): Typed {
  return { name, summary, reach, website: website ?? "", organisation: runBy };
}

/** The same for a cohort. */
export function cohortAsTyped({ name, definition, criteria, estimate, source }: Cohort): Typed {
  return {
    name,
    definition,
    criteria,
    estimate: estimate === null ? "" : String(estimate),
    source: source ?? "",
  };
}

/** The same for a theme; `parent` is the slug of the larger one. */
export function themeAsTyped({ label, plainLabel, origin, aliases }: Theme, parent: string): Typed {
  return { label, plainLabel, origin, parent, aliases: aliases.join("\n") };
}

/** The same for the borough's settings. */
export function boroughAsTyped(one: Borough): Typed {
  const { name, council, programme, tagline, gssCode, populationSource, populationDay } = one;
  return {
    ...{ name, council, programme, tagline, gssCode, populationSource, populationDay, ...one.contacts },
    population: String(one.population),
    bandLow: String(one.bandLow),
    bandHigh: String(one.bandHigh),
  };
}
