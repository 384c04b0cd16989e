import { addNeighbourhood } from "~/features/places/add-neighbourhood.server";
import { addOrganisation } from "~/features/places/add-organisation.server";
import type { Ctx } from "~/platform/context.server";

/** What staff type about a neighbourhood; names may be replaced. */
export const neighbourhoodTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: "Riverside",
  externalCode: "X05000009",
  basis: "assets",
  status: "shadow",
  population: "41000",
  populationSource: "Invented",
  populationDay: "2026-06-30",
  palette: "teal",
  summary: "Boats and allotments.",
  description: "Along the river.",
  happening: "A swing band meets in the boathouse.",
  aliases: "The Wharves\r\n\r\nBoat Row",
  ...change,
});

/** A neighbourhood added through the verb; its id. */
export async function aNeighbourhood(house: Ctx, name: string): Promise<string> {
  const added = await addNeighbourhood(house, { typed: neighbourhoodTyped({ name }) });
  if (!added.ok) throw new Error(JSON.stringify(added.fields));
  return added.id;
}

/** What staff type about an organisation. */
export const organisationTyped = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: "Riverside Boat Club",
  shortName: "the boat club",
  kind: "vcfse",
  sector: "resident_led",
  externalCode: "",
  website: "",
  validFrom: "",
  ...change,
});

/** An organisation added through the verb; its slug. */
export async function anOrganisation(house: Ctx, name: string): Promise<string> {
  const added = await addOrganisation(house, { typed: organisationTyped({ name }) });
  if (!added.ok) throw new Error(JSON.stringify(added.fields));
  return added.slug;
}
