import { stringify } from "csv-stringify/sync";
import type { Ctx } from "~/platform/context.server";
import { listAllNeighbourhoods } from "./read.server";
import { listSectors } from "./read-history.server";

/** The postcode sectors as they are now, in the form that `importPostcodes` reads. */
export async function exportPostcodes(ctx: Ctx): Promise<string> {
  const names = new Map((await listAllNeighbourhoods(ctx)).map((one) => [one.id, one.name]));
  const rows = (await listSectors(ctx)).map((one) => [one.sector, names.get(one.neighbourhoodId) ?? ""]);
  return stringify([["Postcode sector", "Neighbourhood"], ...rows]);
}
