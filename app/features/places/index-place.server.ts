import { putSearchEntry } from "~/db/search.server";
import type { neighbourhoods, venues } from "~/db/tables/places";
import type { Ctx } from "~/platform/context.server";

/** Lets a neighbourhood be found by its names and what goes on there. Inside a write. */
export async function indexNeighbourhood(ctx: Ctx, row: typeof neighbourhoods.$inferSelect): Promise<void> {
  await putSearchEntry(ctx.db, {
    kind: "neighbourhood",
    subjectId: row.id,
    title: row.name,
    summary: row.summary,
    path: `/neighbourhoods/${row.slug}`,
    text: [row.description, ...row.happening, ...row.aliases].join(" "),
    at: ctx.now,
  });
}

/** Lets a venue be found; it has no page of its own: people want to know what is on there. Inside a write. */
export async function indexVenue(
  ctx: Ctx,
  row: typeof venues.$inferSelect,
  neighbourhood: string | null,
): Promise<void> {
  await putSearchEntry(ctx.db, {
    kind: "venue",
    subjectId: row.id,
    title: row.name,
    summary: `${row.address}, ${row.postcode}`,
    path: `/events?q=${encodeURIComponent(row.name)}`,
    text: [neighbourhood ?? "", row.travel, row.arrival].join(" "),
    at: ctx.now,
  });
}
