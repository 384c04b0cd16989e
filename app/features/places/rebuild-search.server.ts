import { dropSearchKinds } from "~/db/search.server";
import { audit } from "~/platform/audit.server";
import { type Ctx, write } from "~/platform/context.server";
import { indexNeighbourhood, indexTheme, indexVenue } from "./index-place.server";
import { may } from "./may";
import { listNeighbourhoods, listVenues } from "./read.server";
import { listThemes } from "./read-themes.server";

/** Writes the search entries of neighbourhoods, venues and themes anew, for `npm run search:rebuild`. Refuses everyone but the house. */
export async function rebuildPlacesSearch(ctx: Ctx): Promise<{ ok: true; entries: number }> {
  return write(ctx, { locks: ["places"] }, async (ctx) => {
    if (!may.rebuildSearch(ctx.actor)) throw new Error("Only the house itself rebuilds search.");
    await dropSearchKinds(ctx.db, ["neighbourhood", "venue", "theme"]);
    const neighbourhoods = await listNeighbourhoods(ctx);
    for (const row of neighbourhoods) await indexNeighbourhood(ctx, row);
    const venues = await listVenues(ctx);
    for (const row of venues) {
      await indexVenue(ctx, row, neighbourhoods.find((one) => one.id === row.neighbourhoodId)?.name ?? null);
    }
    const themes = await listThemes(ctx);
    for (const row of themes) await indexTheme(ctx, row);
    const entries = neighbourhoods.length + venues.length + themes.length;
    await audit(ctx, "places.rebuilt_search", { kind: "search", id: "place" }, { entries });
    return { ok: true as const, entries };
  });
}
